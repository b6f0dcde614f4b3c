/**
 * Whether a path matches a pattern: `*` and `?` inside one name, `**` over any number of folders. A pattern without `/` is about the last
 * name alone. Matched without backtracking into regular expressions: time is at most the product of the two lengths.
 *
 * @param path with `/`, relative to the folder of the file in which the pattern stands.
 */
export function matchesPath(pattern: string, path: string): boolean {
  const clean = pattern.replace(/^\.\//, '');
  const names = path.split('/');
  if (!clean.includes('/')) return matchesName(clean, names.at(-1)!);
  const parts = (clean.endsWith('/') ? `${clean}**` : clean).split('/');
  return matchesList(parts, names, '**', matchesName);
}

function matchesName(pattern: string, name: string): boolean {
  return matchesList([...pattern], [...name], '*', (sign, letter) => sign === '?' || sign === letter);
}

/** The classic walk with one point of return: the last star. */
function matchesList(
  pattern: readonly string[],
  items: readonly string[],
  star: string,
  one: (part: string, item: string) => boolean,
): boolean {
  let p = 0;
  let i = 0;
  let lastStar = -1;
  let lastItem = 0;
  while (i < items.length) {
    if (pattern[p] === star) {
      lastStar = p++;
      lastItem = i;
    } else if (p < pattern.length && one(pattern[p]!, items[i]!)) {
      p++;
      i++;
    } else if (lastStar >= 0) {
      p = lastStar + 1;
      i = ++lastItem;
    } else return false;
  }
  while (pattern[p] === star) p++;
  return p === pattern.length;
}
