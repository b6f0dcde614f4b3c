/** The text without these characters at its end. A pattern that ends in `+$` would begin again at each of them: the square of the time. */
export function trimEndOf(text: string, marks: string): string {
  let end = text.length;
  while (end > 0 && marks.includes(text[end - 1]!)) end--;
  return text.slice(0, end);
}

/** The text without these characters at both ends. */
export function trimOf(text: string, marks: string): string {
  let start = 0;
  while (start < text.length && marks.includes(text[start]!)) start++;
  return trimEndOf(text.slice(start), marks);
}
