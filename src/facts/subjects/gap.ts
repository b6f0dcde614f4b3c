import type { Mark } from '#base';
import type { Block } from '#clauses';
import type { Reading } from '../model.ts';
import type { SubjectKind, Trait } from './trait.ts';

interface Gap {
  readonly id: string;
  readonly form: 'bracket' | 'alternatives' | 'attribution' | 'placeholder' | 'blank' | 'comment' | 'markup';
  readonly mark: Mark;
  readonly clause: string | null;
}

const harmless =
  /^\[ ?(?:sic|reserved|deleted|omitted|repealed|\.{3}|…|article \w{1,6} (?:deleted|reserved|omitted)|emphasis added|intentionally left blank|x|✓|in|the|a|an|of|and|s|t|\p{Ll}{1,3}) ?[.!]? ?\]$/iu;
const note = /^\[ ?\d{1,3} ?\]$/;
const attributed = /^\[ ?(?:proposal|position|text|reserve) (?:of|by)\b|^\[ ?\p{Lu}[\p{L}.&/ -]{1,60}:/u;
const optionWord = /^\[? ?(?:alternative|option|variant) (?:\d|[A-Z])\b/i;
const placeholders =
  /\b(?:TBD|TBC|TBA|N\.N\.|to be (?:inserted|completed|filled in|added|supplied)|insert (?:date|name|number|place)|XX{1,9}(?= (?:hours|days|weeks|months|years|per cent|troops|personnel|kilomet))|\[ ?• ?\])\b|_{3,999}|(?:\. ){3,999}\.|\.{5,999}|…{2,999}/gu;
const markup = /\{\+\+|\{--|\{~~|\{>>|<<\}/g;
const todo =
  /\b(?:to-?do|tbd|tbc|fix-?me|check with|still open|to be (?:agreed|inserted|completed|confirmed)|open (?:point|question|issue)|placeholder)\b/i;
const waiver = /^<!--\s*treatylint/;

/** Everything in the draft that is still open to be filled or agreed: brackets, blanks, placeholders, notes to oneself (decisions 45, 80, 87). */
function gapsOf(reading: Reading): Gap[] {
  const gaps: Gap[] = [];
  const push = (form: Gap['form'], start: number, end: number, clause: string | null): void => {
    const last = gaps[gaps.length - 1];
    if (last && start < last.mark.end) return;
    gaps.push({ id: `gap:${gaps.length}`, form, mark: { start, end, confidence: 'explicit' }, clause });
  };
  for (const block of reading.outline.blocks) {
    if (block.kind === 'code' || block.context === 'quotation' || block.kind === 'footnote') continue;
    const label = block.clause.label || null;
    for (const found of openPlaces(block)) push(found.form, block.source[found.from]!, block.source[found.to - 1]! + 1, label);
  }
  for (const comment of reading.outline.comments) {
    if (waiver.test(comment.text)) continue;
    const found = todo.exec(comment.text);
    if (found) push('comment', comment.at.start + found.index, comment.at.start + found.index + found[0].length, null);
  }
  return gaps;
}

interface Open {
  readonly form: Gap['form'];
  readonly from: number;
  readonly to: number;
}

function openPlaces(block: Block): Open[] {
  const { text } = block;
  const out: Open[] = [];
  const signature = block.context === 'testimonium';
  for (const [from, to] of bracketsOf(text)) {
    const inner = text.slice(from, to);
    if (harmless.test(inner) || (note.test(inner) && !numberIsContent(text, from, to)) || optionalLetters(text, from, to))
      continue;
    const previous = out[out.length - 1];
    if (previous && /^\s*(?:(?:\/|or|and)\s*)?$/.test(text.slice(previous.to, from))) {
      out[out.length - 1] = { form: 'alternatives', from: previous.from, to };
      continue;
    }
    out.push({ form: attributed.test(inner) ? 'attribution' : optionWord.test(inner) ? 'alternatives' : 'bracket', from, to });
  }
  for (const found of text.matchAll(placeholders)) {
    const from = found.index;
    if (out.some((one) => from >= one.from && from < one.to)) continue;
    const blank = /^[_.…]/.test(found[0]);
    if (blank && block.row) continue;
    // Names left blank for signature are normal; a date or place left blank is not (decision 80).
    if (signature && blank && !/\b(?:done|signed|day of|at|in|on)\b/i.test(text.slice(Math.max(0, from - 24), from + 24)))
      continue;
    if (blank && text.length < 160 && /^(?:\*\s*)?[Ff]or (?:the )?\p{Lu}/u.test(text)) continue;
    if (signature && /^for\b/i.test(text)) continue;
    out.push({ form: blank ? 'blank' : 'placeholder', from, to: from + found[0].length });
  }
  for (const found of text.matchAll(markup)) out.push({ form: 'markup', from: found.index, to: found.index + found[0].length });
  if (optionWord.test(text) && !text.startsWith('[') && block.kind !== 'heading')
    out.push({ form: 'alternatives', from: 0, to: Math.min(text.length, optionWord.exec(text)![0].length) });
  return joinBlanks(
    out.sort((a, b) => a.from - b.from),
    text,
  );
}

/** One finding for the blanks of one phrase: "Guarantors: ___, ___". */
function joinBlanks(places: readonly Open[], text: string): Open[] {
  const out: Open[] = [];
  for (const place of places) {
    const last = out[out.length - 1];
    if (last && place.from < last.to) continue;
    if (
      last &&
      place.from - last.to <= 24 &&
      !/[.;]/.test(text.slice(last.to, place.from)) &&
      (last.form === 'blank' || last.form === 'placeholder')
    )
      out[out.length - 1] = { ...last, to: place.to };
    else out.push(place);
  }
  return out;
}

/** Outermost square brackets that close within the block, and one that stays open to its end. */
function bracketsOf(text: string): [number, number][] {
  const out: [number, number][] = [];
  let depth = 0;
  let from = -1;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '[') {
      if (depth === 0) from = i;
      depth++;
    } else if (text[i] === ']' && depth > 0) {
      depth--;
      if (depth === 0) out.push([from, i + 1]);
    }
  }
  if (depth > 0 && out.length === 0 && text.length - from > 12) out.push([from, Math.min(text.length, from + 80)]);
  return out;
}

/** "[24] [72] hours", "within [30] days": the number is text that is not agreed; "[3]" behind a word is a note. */
function numberIsContent(text: string, from: number, to: number): boolean {
  const before = text.slice(Math.max(0, from - 14), from);
  const after = text.slice(to, to + 16);
  return (
    /^ ?(?:\[|hours?|days?|months?|years?|weeks?|per cent|troops|brigades?|km|kilomet)/.test(after) ||
    /(?:within|than|least|of|for)\s$/.test(before)
  );
}

/** "Part[y]", "[T]he": letters an editor changed. */
function optionalLetters(text: string, from: number, to: number): boolean {
  return to - from <= 5 && (/\p{L}/u.test(text[from - 1] ?? '') || /\p{L}/u.test(text[to] ?? ''));
}

const gapTrait: Trait<Gap> = {
  name: 'gap',
  facts: {
    form: {
      type: 'text',
      doc: 'What is left open, by its form.',
      values: ['bracket', 'alternatives', 'attribution', 'placeholder', 'blank', 'comment', 'markup'],
    },
    status: { type: 'text', doc: 'Stage of the text.', values: ['draft', 'final', 'signed', 'in-force'] },
  },
  marks: { open: 'The words or marks that are left open.' },
  read: ({ form, mark }, reading) => ({ facts: { form, status: reading.frontMatter.status ?? 'draft' }, marks: { open: mark } }),
};

/** A place of the draft that is not agreed or not filled (DRF004). */
export const gapKind: SubjectKind<Gap> = {
  kind: 'gap',
  doc: 'A place of the draft that is not agreed or not filled: a bracket, a blank, a placeholder.',
  items: gapsOf,
  about: ({ id, mark, clause }) => ({ id, clause, group: null, span: mark, confidence: 'explicit' }),
  traits: [gapTrait],
};
