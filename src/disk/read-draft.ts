import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { reasonOf } from './reason.ts';

/** Text of a draft, or why there is none. */
export type Read = { readonly text: string } | { readonly fault: string; readonly line?: number; readonly column?: number };

/** Larger drafts are refused unless the user raises the limit: 5 MiB is a hundred treaties. */
export const DEFAULT_MAX_BYTES = 5 * 1024 * 1024;

const CHUNK = 1 << 16;

/** Reads a draft from disk: UTF-8, with or without a byte order mark, which is removed. Nothing larger than `maxBytes` is read. */
export function readDraft(absolute: string, maxBytes: number): Read {
  let file: number | undefined;
  try {
    file = openSync(absolute, 'r');
    const stats = fstatSync(file);
    if (stats.isDirectory()) return { fault: 'a folder, not a file' };
    if (stats.isFile() && stats.size > maxBytes) return { fault: tooLarge(stats.size, maxBytes) };
    return decodeDraft(readUpTo(file, stats.isFile() ? stats.size : 0, maxBytes), maxBytes);
  } catch (error) {
    return { fault: reasonOf(error) };
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** Bytes of an open file, one more than allowed at most; a pipe or a growing file does not tell its size. */
function readUpTo(file: number, size: number, maxBytes: number): Uint8Array {
  const parts: Uint8Array[] = [];
  let total = 0;
  for (let wanted = size + 1; total <= maxBytes; wanted = CHUNK) {
    const part = new Uint8Array(Math.min(wanted, maxBytes + 1 - total));
    const count = readSync(file, part, 0, part.length, null);
    if (count === 0) break;
    parts.push(part.subarray(0, count));
    total += count;
  }
  return parts.length === 1 ? parts[0]! : Buffer.concat(parts);
}

/** Bytes of a draft → its text, or why they are none. */
export function decodeDraft(bytes: Uint8Array, maxBytes: number): Read {
  if (bytes.length > maxBytes) return { fault: tooLarge(bytes.length, maxBytes) };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { fault: 'UTF-16, not UTF-8: save the draft as UTF-8' };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { fault: 'UTF-16, not UTF-8: save the draft as UTF-8' };
  const nul = bytes.indexOf(0);
  if (nul >= 0) return { fault: `a NUL byte at byte ${nul + 1}: not a text file`, ...placeOf(bytes, nul) };
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const at = firstInvalid(bytes);
    return { fault: `not valid UTF-8 at byte ${at + 1}: save the draft as UTF-8`, ...placeOf(bytes, at) };
  }
  if (text.trim() === '') return { fault: text === '' ? 'an empty file: nothing to lint' : 'only white space: nothing to lint' };
  return { text };
}

function tooLarge(size: number, maxBytes: number): string {
  return `${mebibytes(size)} is more than the limit of ${mebibytes(maxBytes)}; raise it with --max-size`;
}

function mebibytes(bytes: number): string {
  return bytes < 1024 * 1024 ? `${bytes} bytes` : `${Number((bytes / 1024 / 1024).toFixed(1))} MiB`;
}

/** Index of the first byte that no UTF-8 text can have there: found by halving, since decoding a prefix tells. */
function firstInvalid(bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length;
  while (good < bad) {
    const middle = (good + bad + 1) >> 1;
    try {
      // With `stream` a character cut by the end of the prefix is no error.
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, middle), { stream: true });
      good = middle;
    } catch {
      bad = middle - 1;
    }
  }
  return good;
}

/** Line and column (in UTF-16 units of the valid text before) of a byte. */
function placeOf(bytes: Uint8Array, at: number): { line: number; column: number } {
  let line = 1;
  let begin = 0;
  for (let i = 0; i < at; i++) {
    const byte = bytes[i];
    if (byte === 10 || (byte === 13 && bytes[i + 1] !== 10)) {
      line++;
      begin = i + 1;
    }
  }
  return { line, column: new TextDecoder().decode(bytes.subarray(begin, at)).length + 1 };
}
