import { type Element, EntryReader, foldSpelling, type SlotKind } from './lexicon-entry.ts';

/** A lexicon as it stands in `rules/lexicons/*.json` (catalogue C). */
export interface LexiconFile {
  /** `L1` … `L22`, or a name of the user's own. */
  readonly id: string;
  readonly title: string;
  readonly doc: string;
  readonly entries: readonly (string | { readonly text: string; readonly tag: string })[];
}

/** Where an entry ends: what its hit will say. `order` is its place among all entries; of two equally long, the earlier wins. */
export interface Ending {
  readonly lexicon: number;
  readonly entry: string;
  readonly tag: string;
  readonly order: number;
}

/** A state of the matcher: the words and slots that lead on, and the entries that end here. */
export interface LexiconNode {
  readonly words: Map<string, LexiconNode[]>;
  slots: { readonly kind: SlotKind; readonly next: LexiconNode }[];
  endings: Ending[];
  /** Children by the element that leads to them, so that entries with the same beginning share it. */
  children: Map<string, LexiconNode> | null;
}

/** An entry that waits for its first word to occur. */
interface Pending {
  readonly ending: Ending;
  elements: readonly Element[] | null;
}

/** The entries that begin with one word; its trie is built when a draft first has the word. */
interface Bucket {
  readonly pending: Pending[];
  root: LexiconNode | null;
}

/** Compiled lexicons; opaque outside the matcher. It only fills itself in: what it matches never changes. */
export interface LexiconSet {
  readonly ids: readonly string[];
  readonly buckets: ReadonlyMap<string, Bucket>;
}

function newNode(): LexiconNode {
  return { words: new Map(), slots: [], endings: [], children: null };
}

function link(from: LexiconNode, element: Element, to: LexiconNode): void {
  if (element.kind === 'words') {
    for (const word of element.words) {
      const next = from.words.get(word);
      if (next) next.push(to);
      else from.words.set(word, [to]);
    }
  } else if (element.kind === 'slot') {
    from.slots.push({ kind: element.slot, next: to });
  } else {
    for (const way of element.ways) {
      let at = from;
      for (const [index, part] of way.entries()) {
        const next = index === way.length - 1 ? to : newNode();
        link(at, part, next);
        at = next;
      }
    }
  }
}

function childOf(node: LexiconNode, element: Element): LexiconNode {
  node.children ??= new Map();
  let child = node.children.get(element.key);
  if (!child) {
    child = newNode();
    node.children.set(element.key, child);
    link(node, element, child);
  }
  return child;
}

function addEntry(root: LexiconNode, elements: readonly Element[], ending: Ending): void {
  let ends: LexiconNode[] = [root];
  for (const element of elements) {
    // Behind an optional element the ways meet in a node of the entry's own, so that an entry grows by its length only.
    let next: LexiconNode;
    if (ends.length === 1) next = childOf(ends[0]!, element);
    else {
      next = newNode();
      for (const node of ends) link(node, element, next);
    }
    ends = element.optional ? [...ends, next] : [next];
  }
  for (const node of ends) node.endings.push(ending);
}

/** Words a sequence may begin with; null where a slot may begin it. */
function firstWords(elements: readonly Element[]): Set<string> | null {
  const words = new Set<string>();
  for (const element of elements) {
    if (element.kind === 'slot') return null;
    if (element.kind === 'words') for (const word of element.words) words.add(word);
    else {
      for (const way of element.ways) {
        const first = firstWords(way);
        if (!first) return null;
        for (const word of first) words.add(word);
      }
    }
    if (!element.optional) break;
  }
  return words;
}

/** Bucket of the entries that begin with a slot: they are tried at every token. */
const ANY = '';

/** First words of entries whose text shows them without a full reading; a leading group is read once for all entries that share it. */
class Beginnings {
  private readonly known = new Map<string, readonly string[]>();

  of(pending: Pending): readonly string[] {
    const { entry } = pending.ending;
    const end = entry[0] === '(' ? groupEnd(entry) : entry.indexOf(' ') < 0 ? entry.length : entry.indexOf(' ');
    const head = entry.slice(0, end);
    if (head === '' || head.startsWith('<') || head.endsWith('?') || entry[end] === '?')
      return this.read(new EntryReader(entry).read());
    let words = this.known.get(head);
    if (!words) {
      words = /^[a-z]+$/.test(head) ? [foldSpelling(head)] : this.read(new EntryReader(head).read());
      this.known.set(head, words);
    }
    return words;
  }

  private read(elements: readonly Element[]): readonly string[] {
    return [...(firstWords(elements) ?? [ANY])];
  }
}

/** Index behind the bracket that closes the one at the start. */
function groupEnd(text: string): number {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '(') depth++;
    else if (text[i] === ')' && --depth === 0) return i + 1;
  }
  return text.length;
}

/** The entry as it reads where its first word is known: only the alternatives that begin so. */
function beginningWith(word: string, elements: readonly Element[]): readonly Element[] {
  const [first, ...rest] = elements;
  if (word === ANY || !first || first.optional) return elements;
  if (first.kind === 'words') return [{ ...first, words: [word] }, ...rest];
  if (first.kind !== 'group') return elements;
  return [{ ...first, ways: first.ways.filter((way) => firstWords(way)?.has(word) ?? true) }, ...rest];
}

/**
 * The trie of the entries that may begin with a word, built at the first call for it; null where there are none.
 *
 * @param word folded, as `splitWord` gives it.
 */
export function rootFor(set: LexiconSet, word: string): LexiconNode | null {
  const bucket = set.buckets.get(word);
  if (bucket === undefined) return null;
  bucket.root ??= buildBucket(word, bucket.pending);
  return bucket.root;
}

/** The trie of the entries that may begin with a slot; null where there are none. */
export function openRoot(set: LexiconSet): LexiconNode | null {
  return rootFor(set, ANY);
}

function buildBucket(word: string, pending: readonly Pending[]): LexiconNode {
  const root = newNode();
  for (const one of pending) {
    one.elements ??= new EntryReader(one.ending.entry).read();
    addEntry(root, beginningWith(word, one.elements), one.ending);
  }
  return root;
}

/** The files come from outside: what is not a lexicon is told as such. */
function checkShape(file: unknown): void {
  const { id, entries } = (file ?? {}) as { readonly id?: unknown; readonly entries?: unknown };
  if (typeof id !== 'string' || id === '') throw new Error('a lexicon without an id');
  if (!Array.isArray(entries)) throw new Error(`lexicon ${id}: no list of entries`);
  for (const [index, entry] of (entries as readonly unknown[]).entries()) {
    if (typeof entry === 'string') continue;
    const { text, tag } = (entry ?? {}) as { readonly text?: unknown; readonly tag?: unknown };
    if (typeof text !== 'string' || typeof tag !== 'string')
      throw new Error(`lexicon ${id}: entry ${index + 1} has no text or no tag`);
  }
}

/** `L2` before `L10`: the shorter name first. */
function byNumber(one: LexiconFile, other: LexiconFile): number {
  return one.id.length - other.id.length || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0);
}

/**
 * Compiles lexicons: sorts the entries by their first words. The tries follow when a draft has the word, so that start-up stays short;
 * the entries must have been checked before, by `compileLexicons` when the rule book was read.
 *
 * @param files lexicons in any order; two with one id are one lexicon (a user's additions).
 * @throws Error that names the lexicon, when a file is not a lexicon.
 */
export function openLexicons(files: readonly LexiconFile[]): LexiconSet {
  const buckets = new Map<string, Bucket>();
  const beginnings = new Beginnings();
  const ids: string[] = [];
  let order = 0;
  for (const file of files) checkShape(file);
  for (const file of [...files].sort(byNumber)) {
    if (ids.at(-1) !== file.id) ids.push(file.id);
    const lexicon = ids.length - 1;
    for (const one of file.entries) {
      const { text, tag } = typeof one === 'string' ? { text: one, tag: '' } : one;
      const pending: Pending = { ending: { lexicon, entry: text, tag, order: order++ }, elements: null };
      for (const word of beginnings.of(pending)) {
        const bucket = buckets.get(word);
        if (bucket) bucket.pending.push(pending);
        else buckets.set(word, { pending: [pending], root: null });
      }
    }
  }
  return { ids, buckets };
}

/**
 * Compiles lexicons that may be faulty: every entry is read.
 *
 * @param files as for `openLexicons`.
 * @throws Error that names the entry and what is wrong with it, when an entry does not follow the syntax.
 */
export function compileLexicons(files: readonly LexiconFile[]): LexiconSet {
  for (const file of files) {
    checkShape(file);
    for (const one of file.entries) new EntryReader(typeof one === 'string' ? one : one.text).read();
  }
  return openLexicons(files);
}
