import type { Token } from './types.ts';

/**
 * Word classes: the lists of words that readers look for. Each has a number; a word knows the classes that list it, and a sentence those of
 * all its words, so that a reader learns in one step that a sentence has nothing for it. Most sentences have nothing for most readers.
 */

/** Small integers: 30 classes to a slot. */
const PER_SLOT = 30;

/** A list of words. A set like any other, and one bit in the classes of a sentence. */
export class WordSet extends Set<string> {
  readonly number: number;
  readonly slot: number;
  readonly mask: number;

  constructor(words: Iterable<string>) {
    super(words);
    this.number = numbered++;
    this.slot = 1 + Math.floor(this.number / PER_SLOT);
    this.mask = 1 << (this.number % PER_SLOT);
    for (const word of this) {
      const known = listed.get(word);
      if (known) known.push(this.slot, this.mask);
      else listed.set(word, [this.slot, this.mask]);
    }
  }
}

let numbered = 0;
/** Slot and mask, slot and mask … of the classes that list a word. */
const listed = new Map<string, number[]>();
const none: readonly number[] = [];
const byText = new Map<string, WordSet>();

/** A class of words written as one text; the same text gives the same class. */
export function wordSet(list: string): WordSet {
  let known = byText.get(list);
  if (!known) {
    known = new WordSet(list.split(/\s+/).filter(Boolean));
    byText.set(list, known);
  }
  return known;
}

/** How many classes there are: what was noted of words and sentences before holds for no later one. */
export function classCount(): number {
  return numbered;
}

/** The classes that list a word, as slots and masks. */
export function classesOf(word: string): readonly number[] {
  return listed.get(word) ?? none;
}

/** The classes of all words of a sentence. The first number tells how many classes there were. */
interface Noted {
  classes?: readonly number[];
}

/** Notes on a sentence's words which classes they have. Done once, when the sentence is read. */
export function noteClasses(tokens: readonly Token[]): void {
  const classes = new Array<number>(1 + Math.ceil(numbered / PER_SLOT)).fill(0);
  classes[0] = numbered;
  for (const { lexeme } of tokens) {
    const { classes: own } = lexeme;
    for (let i = 0; i < own.length; i += 2) classes[own[i]!]! |= own[i + 1]!;
  }
  (tokens as Noted).classes = classes;
}

/** False where no word of the sentence is in the class; true where one is, and where nothing was noted. */
export function mayHave(tokens: readonly Token[], words: ReadonlySet<string>): boolean {
  const { classes } = tokens as Noted;
  if (classes === undefined || !(words instanceof WordSet) || words.number >= classes[0]!) return true;
  return (classes[words.slot]! & words.mask) !== 0;
}
