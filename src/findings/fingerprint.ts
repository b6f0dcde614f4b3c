/** 64 bits of FNV-1a's kind as 16 hexadecimal digits: two runs with different seeds. Not for secrets. */
export function hashOf(text: string): string {
  let a = 0x811c9dc5;
  let b = 0x9e3779b9;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b ^ (unit + i), 0x85ebca6b);
    b ^= b >>> 13;
  }
  return hex(a) + hex(b);
}

function hex(number: number): string {
  return (number >>> 0).toString(16).padStart(8, '0');
}

/** Words without what an editor or a re-wrap may change: case, white space, the shape of quotation marks. */
export function foldWords(words: string): string {
  return words.replace(/[“”„]/g, '"').replace(/[‘’]/g, "'").replace(/\s+/g, ' ').trim().toLowerCase();
}

/** Names of findings that survive a change elsewhere in the draft: code, clause and words, and a number for a repetition. */
export function fingerprinter(): (code: string, clause: string | null, words: string) => string {
  const seen = new Map<string, number>();
  return (code, clause, words) => {
    const key = `${code}\n${clause ?? ''}\n${foldWords(words)}`;
    const count = seen.get(key) ?? 0;
    seen.set(key, count + 1);
    return hashOf(count === 0 ? key : `${key}\n${count}`);
  };
}
