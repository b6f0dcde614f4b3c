import { inflect } from './inflect.ts';

/** What a slot takes: an actor (`<self>`, `<party>`), an actor in the possessive (`<own>`), a number (`<n>`). */
export type SlotKind = 'actor' | 'own' | 'number';

/** One element of an entry: a word in any of its forms, a slot, or alternatives. */
export type Element =
  | { readonly kind: 'words'; readonly key: string; readonly words: readonly string[]; readonly optional: boolean }
  | { readonly kind: 'slot'; readonly key: string; readonly slot: SlotKind; readonly optional: boolean }
  | { readonly kind: 'group'; readonly key: string; readonly ways: readonly (readonly Element[])[]; readonly optional: boolean };

const slotKinds = new Map<string, SlotKind>([
  ['<self>', 'actor'],
  ['<party>', 'actor'],
  ['<own>', 'own'],
  ['<n>', 'number'],
]);

/** Spellings that are not a matter of -ise and -ize, American to British. */
const british = new Map(
  `defense defence|offense offence|license licence|honor honour|honors honours|honored honoured|favor favour|favorable favourable|labor labour
harbor harbour|endeavor endeavour|endeavors endeavours|endeavored endeavoured|endeavoring endeavouring|behavior behaviour|program programme
programs programmes|judgement judgment|fulfill fulfil|fulfills fulfils|fulfillment fulfilment|enroll enrol|center centre|theater theatre
maneuver manoeuvre|maneuvers manoeuvres|installment instalment|cancelation cancellation|canceled cancelled
canceling cancelling|signaled signalled|signaling signalling|traveled travelled|counseled counselled|neighbor neighbour
neighboring neighbouring|armor armour|armored armoured|modeled modelled|skeptical sceptical|artifact artefact|gray grey|rigor rigour
’s 's|thru through`
    .split(/[|\n]/)
    .map((pair) => pair.split(' ') as [string, string]),
);

/** One spelling for British and American writers: `recognize` and `recognise`, `defense` and `defence` are the same word. */
export function foldSpelling(word: string): string {
  const mapped = british.get(word);
  if (mapped !== undefined) return mapped;
  const z = word.indexOf('z');
  return z > 0 && (word[z - 1] === 'i' || word[z - 1] === 'y') && z < word.length - 1
    ? `${word.slice(0, z)}s${word.slice(z + 1)}`
    : word;
}

/** Prefixes that some write with a hyphen and some without: "co-operate", "re-impose", "pre-agreed", "de-escalate". */
const looseningPrefixes = new Set(['co', 're', 'de', 'pre']);

/**
 * The words of one token: a hyphenated word is its parts, except that a loose prefix stays with the part behind it.
 *
 * @param word lower case.
 */
export function splitWord(word: string): string[] {
  if (!word.includes('-')) return [foldSpelling(word)];
  const parts = word.split('-').filter((part) => part !== '');
  if (parts.length === 0) return [word];
  if (parts.length > 1 && looseningPrefixes.has(parts[0] as string)) parts.splice(0, 2, `${parts[0]}${parts[1]}`);
  return parts.map(foldSpelling);
}

/** Reads an entry's text. Words; `~verb`; `(a|b c)`; `word?`, `(…)?`; `<self>`, `<party>`, `<own>`, `<n>`. */
export class EntryReader {
  private at = 0;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  read(): Element[] {
    const elements = this.sequence();
    if (this.at < this.text.length) this.fail('a ) without its (');
    if (elements.every((element) => element.optional)) this.fail('nothing in it must be there');
    return elements;
  }

  private fail(reason: string): never {
    throw new Error(`lexicon entry "${this.text}": ${reason}`);
  }

  private sequence(): Element[] {
    const elements: Element[] = [];
    while (this.at < this.text.length) {
      const sign = this.text[this.at] as string;
      if (sign === ' ') this.at++;
      else if (sign === '|' || sign === ')') break;
      else if (sign === '(') elements.push(this.group());
      else elements.push(...this.word());
    }
    return elements;
  }

  private optional(): boolean {
    if (this.text[this.at] !== '?') return false;
    this.at++;
    return true;
  }

  private group(): Element {
    const start = this.at++;
    const ways: Element[][] = [];
    for (;;) {
      const way = this.sequence();
      if (way.length === 0) this.fail('an empty alternative');
      // Each doubles the number of ways.
      if (way.filter((element) => element.optional).length > 4) this.fail('more than four optional parts in one alternative');
      ways.push(...withoutOptionals(way));
      const sign = this.text[this.at++];
      if (sign === ')') break;
      if (sign === undefined) this.fail('a ( without its )');
    }
    if (ways.some((way) => way.length === 0)) this.fail('an alternative that may be empty');
    const key = this.text.slice(start, this.at);
    return { kind: 'group', key, ways, optional: this.optional() };
  }

  private word(): Element[] {
    const start = this.at;
    while (this.at < this.text.length && !' ()|?'.includes(this.text[this.at] as string)) this.at++;
    const key = this.text.slice(start, this.at);
    if (key === '') this.fail('a ? without its word');
    const optional = this.optional();
    if (key.startsWith('<')) {
      const slot = slotKinds.get(key);
      if (!slot) this.fail(`unknown slot ${key}`);
      return [{ kind: 'slot', key, slot, optional }];
    }
    if (key.startsWith('~')) {
      const lemma = key.slice(1);
      if (!/^[a-z]+(?:-[a-z]+)*$/.test(lemma)) this.fail('~ without a verb');
      return this.parts(key, verbWays(lemma), optional);
    }
    if (!/^[a-z0-9'’-]+$/.test(key)) this.fail(`"${key}" is not a word in lower case`);
    return this.parts(key, [splitWord(key)], optional);
  }

  /** One element for ways of a word each; a group where a way has several parts. */
  private parts(key: string, ways: readonly (readonly string[])[], optional: boolean): Element[] {
    if (ways.every((way) => way.length === 1))
      return [{ kind: 'words', key, words: [...new Set(ways.map((way) => way[0] as string))], optional }];
    if (ways.length === 1 && !optional)
      return (ways[0] as string[]).map((part) => ({ kind: 'words', key: part, words: [part], optional: false }));
    const sequences = ways.map((way) =>
      way.map((part): Element => ({ kind: 'words', key: part, words: [part], optional: false })),
    );
    return [{ kind: 'group', key, ways: sequences, optional }];
  }
}

/** All forms of a verb, each as its parts. */
function verbWays(lemma: string): string[][] {
  const forms = inflect(lemma);
  return [lemma, forms.third, forms.past, forms.ing, forms.participle].map(splitWord);
}

/** The sequences that a sequence with optional elements stands for. */
function withoutOptionals(sequence: readonly Element[]): Element[][] {
  let ways: Element[][] = [[]];
  for (const element of sequence) {
    const longer = ways.map((way) => [...way, { ...element, optional: false }]);
    ways = element.optional ? [...ways, ...longer] : longer;
  }
  return ways;
}
