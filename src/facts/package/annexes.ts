import { type Clause, foldNumber } from '#clauses';
import type { Sentence } from '#phrases';
import type { Reading } from '../model.ts';
import { findSequence, findWord, sequences, wordSet } from '../scan.ts';

/** An annex, schedule, appendix or protocol that a draft contains, or is. */
export interface Attached {
  /** Folded number: `a`, `1`; empty for the only one, without a number. */
  readonly key: string;
  /** The letter as written, where it may be read as a Roman number: `i` beside `1`; else the key. */
  readonly letter: string;
  /** As cited: `Annex A`. */
  readonly label: string;
  /** Null where the whole draft is the annex. */
  readonly clause: Clause | null;
  /** Nothing stands in it, or only a word that something will. */
  readonly empty: boolean;
  /** It holds duties, a table or a list: what it says counts. */
  readonly weighs: boolean;
}

/** What a draft has to show when another text points to it. */
export interface Shown {
  readonly attached: readonly Attached[];
  /** Folded words of the draft's title. */
  readonly title: readonly string[];
  /** Keys that a sentence makes part of the treaty; `*` for all annexes. */
  readonly integral: ReadonlySet<string>;
  /** Keys that any sentence mentions; `*` where the annexes are mentioned as such. */
  readonly mentioned: ReadonlySet<string>;
}

const memory = new WeakMap<Reading, Shown>();
const attachedUnits = new Set(['annex', 'appendix', 'schedule', 'protocol']);

const part = sequences(`
integral (part|parts|component)
(forms|form|constitutes|constitute|is|are|be|remain|remains|as) (a|an|) part of
(forms|form|constitutes|constitute) (inseparable|essential) parts
(inseparable|indivisible|constituent|essential) part
same (legal|binding|) (force|validity|effect|status|value)
(equal|equally) (force|validity|binding)
(are|is) (equally|also|likewise|legally|) binding
(incorporated|included) (in|into|by)
(belongs|belong) to this
`);
const attachedWords = wordSet(
  'annex annexes schedule schedules appendix appendices protocol protocols attachment attachments table tables instruments',
);
const plurals = wordSet('annexes schedules appendices protocols attachments');

/** Reads once which annexes a draft contains, makes part of itself, or mentions. Linear in the text. */
export function readShown(reading: Reading): Shown {
  const known = memory.get(reading);
  if (known) return known;
  const attached: Attached[] = [];
  for (const clause of reading.outline.clauses) {
    if (clause.kind !== 'annex') continue;
    const empty = isEmpty(clause);
    attached.push({
      key: clause.key ?? '',
      letter: letterOf(clause.number, clause.key ?? ''),
      label: clause.label,
      clause,
      empty,
      weighs: !empty,
    });
  }
  const titleText = reading.outline.title?.text ?? '';
  const own =
    /^(annex|appendix|schedule|protocol|attachment) (?:no\.? ?)?([a-z]|[ivx]{1,6}|\d{1,3}|one|two|three|four|five)\b/i.exec(
      titleText,
    );
  if (own)
    attached.push({
      key: foldNumber(own[2]!, 'annex'),
      letter: letterOf(own[2]!, foldNumber(own[2]!, 'annex')),
      label: titleText.slice(0, own[0].length),
      clause: null,
      empty: false,
      weighs: true,
    });
  const integral = new Set<string>();
  const mentioned = new Set<string>();
  for (const sentence of reading.phrases.sentences) {
    if (sentence.block.kind === 'heading' || sentence.context === 'title') continue;
    const { tokens } = sentence;
    const all = { from: sentence.own, to: tokens.length };
    const keys = keysOf(sentence);
    for (const key of keys) mentioned.add(key);
    if (findWord(tokens, all, attachedWords) < 0) continue;
    const several = findWord(tokens, all, plurals) >= 0 && keys.length === 0;
    if (several || (keys.length === 0 && findWord(tokens, all, wordSet('annex appendix schedule')) >= 0)) mentioned.add('*');
    if (!findSequence(tokens, all, part)) continue;
    if (keys.length === 0) {
      const inside = annexOf(sentence.clause);
      integral.add(inside ? (inside.key ?? '') : '*');
    }
    for (const key of keys) integral.add(key);
  }
  const shown = {
    attached,
    title: titleText
      .toLowerCase()
      .split(/[^a-z0-9]+/)
      .filter(Boolean),
    integral,
    mentioned,
  };
  memory.set(reading, shown);
  return shown;
}

function letterOf(number: string | null, key: string): string {
  return number !== null && /^[a-z]$/i.test(number) ? number.toLowerCase() : key;
}

/** The annex in which a clause stands, or null. */
export function annexOf(clause: Clause | null): Clause | null {
  let at = clause;
  while (at && at.kind !== 'annex') at = at.parent;
  return at;
}

/** Keys of the annexes that a sentence names, ranges spelt out. */
export function keysOf(sentence: Sentence): string[] {
  return sentence.references.flatMap((reference) => {
    if (!attachedUnits.has(reference.unit) || reference.target === 'external' || reference.from < sentence.own) return [];
    return spellOut(reference.path[0] ?? '', reference.last);
  });
}

/** `a` to `d` → a, b, c, d; `1` to `3` → 1, 2, 3. */
export function spellOut(first: string, last: string | null): string[] {
  if (last === null) return [first];
  if (/^[a-z]$/.test(first) && /^[a-z]$/.test(last) && first < last) {
    const from = first.charCodeAt(0);
    return Array.from({ length: last.charCodeAt(0) - from + 1 }, (_, n) => String.fromCharCode(from + n));
  }
  const [low, high] = [Number(first), Number(last)];
  if (Number.isInteger(low) && Number.isInteger(high) && low < high && high - low < 60)
    return Array.from({ length: high - low + 1 }, (_, n) => String(low + n));
  return [first, last];
}

const blank =
  /^[\s[\]().…_–—-]*(?:(?:is |are )?(?:(?:still )?(?:to be|not yet) (?:completed|agreed|added|determined|negotiated|drafted|filled|supplied|inserted|provided|finali[sz]ed|attached|defined|decided|drawn up|settled)|tbd|tbc|reserved|blank|left blank|left open|pending|empty|under negotiation|in preparation)(?: (?:later|on|by|in|separately|subsequently|between|the|parties|experts|due|course)\b)*[\s[\]().…_–—-]*)?$/i;

/** True where nothing stands under the heading, or only that something will. */
function isEmpty(clause: Clause): boolean {
  const words = clause.blocks.filter((block) => block.kind !== 'heading' && block.kind !== 'comment');
  if (words.some((block) => !blank.test(block.text))) return false;
  return clause.children.every((child) => child.kind !== 'table' && isEmpty(child));
}
