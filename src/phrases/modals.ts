import { inflect } from './inflect.ts';
import { type ModalRow, modalTable } from './modal-table.ts';
import type { Modal, Token } from './types.ts';

interface Node {
  readonly next: Map<string, Node>;
  row: ModalRow | null;
  form: string;
}

/** Adverbs that may stand inside a modal construction: "shall, in particular," is none, "shall also endeavour to" is. */
const inner = new Set(
  'also hereby therefore accordingly immediately forthwith promptly jointly severally individually solemnly formally expressly mutually fully further each all both always at solely strictly continuously consistently once again now still equally likewise duly individually actively firmly strongly unequivocally'.split(
    ' ',
  ),
);
const performativeForms = /^~/;
/** Words after which a finite-looking verb is none: "as agreed", "to reaffirm", "shall agree", "the pledge". */
const blockers = new Set(
  'to shall will would should may might can could must not as be been being is are was were the a an this that their its his her our any such no of by in for with from under upon on at having due mutually previously hereby-agreed so otherwise jointly-agreed and/or'.split(
    ' ',
  ),
);
const determinersBefore = new Set(
  'the political good free its their his her our common popular of at own people national sovereign this that any'.split(' '),
);

function compile(): Node {
  const root: Node = { next: new Map(), row: null, form: '' };
  for (const row of modalTable) for (const words of expand(row.form)) insert(root, words, row);
  return root;
}

function insert(root: Node, words: readonly string[], row: ModalRow): void {
  let node = root;
  for (const word of words) {
    let next = node.next.get(word);
    if (!next) {
      next = { next: new Map(), row: null, form: '' };
      node.next.set(word, next);
    }
    node = next;
  }
  if (node.row && node.row.force < row.force && node.row.kind === row.kind) return;
  node.row = row;
  node.form = words.join(' ');
}

/** Every plain wording of a form; performatives in the present tense only: the past tense reports. */
function expand(form: string): string[][] {
  let out: string[][] = [[]];
  for (const part of splitForm(form)) {
    const optional = part.endsWith('?');
    const body = optional ? part.slice(0, -1) : part;
    const choices: string[][] = body.startsWith('(')
      ? body
          .slice(1, -1)
          .split('|')
          .map((choice) => choice.split(' '))
      : performativeForms.test(body)
        ? [[body.slice(1)], [inflect(body.slice(1)).third], ...(body === '~have' ? [['has']] : [])]
        : [[body]];
    if (optional) choices.push([]);
    const next: string[][] = [];
    for (const head of out) for (const choice of choices) next.push([...head, ...choice]);
    out = next;
  }
  return out;
}

function splitForm(form: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let part = '';
  for (const char of form) {
    if (char === '(') depth++;
    if (char === ')') depth--;
    if (char === ' ' && depth === 0) {
      if (part) parts.push(part);
      part = '';
    } else part += char;
  }
  if (part) parts.push(part);
  return parts;
}

const root = compile();
const auxiliaries = new Set('shall will would should may might can could must'.split(' '));

/**
 * Modals and performatives of a sentence, left to right, none inside another (catalogue B.1, B.3): graded as in a treaty; style and
 * embedding are corrected where the facts are read. One pass, each step bounded by the longest construction.
 */
export function readModals(tokens: readonly Token[]): Modal[] {
  const modals: Modal[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    if (token.kind !== 'word') continue;
    const found = withGap(tokens, i) ?? matchAt(tokens, i);
    if (!found) continue;
    if (!stands(tokens, i, found.row)) continue;
    let kind = found.row.kind;
    let force = found.row.force;
    const negated = kind !== 'prohibition' && kind !== 'exemption' && negatedSubject(tokens, i);
    if (negated === 'nothing') {
      kind = 'exemption';
      force = 0;
    } else if (negated === 'no' && /\b(?:obliged|bound|required|obligated|obligation|duty)\b/.test(found.form)) {
      kind = 'exemption';
      force = 0;
    } else if (negated === 'no' && (kind === 'duty' || kind === 'permission' || kind === 'right')) {
      kind = 'prohibition';
      force = 8;
    }
    modals.push({ from: i, to: found.to, form: found.form, force, kind, negated: negated !== false, opens: found.row.opens });
    i = found.to - 1;
  }
  return modals;
}

const notOfPhrase = new Set(['later', 'only', 'merely', 'less', 'fewer', 'earlier']);

function matchAt(
  tokens: readonly Token[],
  from: number,
): { readonly row: ModalRow; readonly to: number; readonly form: string } | null {
  let node = root.next.get(tokens[from]!.word);
  if (!node) return null;
  let best = node.row ? { row: node.row, to: from + 1, form: node.form } : null;
  let i = from + 1;
  let skipped = 0;
  while (i < tokens.length) {
    const next: Node | undefined = node.next.get(tokens[i]!.word);
    if (next) {
      node = next;
      i++;
      skipped = 0;
      // "shall not later than", "shall not only": the "not" belongs to what follows.
      if (node.row && !(tokens[i - 1]!.word === 'not' && notOfPhrase.has(tokens[i]?.word ?? '')))
        best = { row: node.row, to: i, form: node.form };
      continue;
    }
    if (skipped < 2 && (inner.has(tokens[i]!.word) || mannerly(tokens[i]!.word))) {
      i++;
      skipped++;
      continue;
    }
    break;
  }
  return best;
}

/** "are deeply committed to": any adverb of manner, where the construction goes on behind it. */
function mannerly(word: string): boolean {
  return word.length > 5 && word.endsWith('ly') && !/(?:ppl|pl)y$/.test(word);
}

/** "agree, in consequence, that", "undertake, each for itself, to": the performative and its complement stand apart. */
const gaps = new Map<string, { readonly that: ModalRow | null; readonly to: ModalRow | null }>();
for (const row of modalTable) {
  const parts = splitForm(row.form);
  if (parts.length !== 2 || !parts[0]!.startsWith('~') || (parts[1] !== 'that' && parts[1] !== 'to')) continue;
  for (const [word] of expand(parts[0]!)) {
    const known = gaps.get(word!) ?? { that: null, to: null };
    gaps.set(word!, { ...known, [parts[1]]: row });
  }
}
const gapOpeners = new Set(', in as by for on at with under pursuant accordingly therefore consequently hereby each'.split(' '));
const MOST_GAP = 16;
/** Verbs that take a person before their that-clause: "assure the Republic that …". */
const takesPerson = new Set(['assure', 'assures', 'promise', 'promises']);

function withGap(
  tokens: readonly Token[],
  at: number,
): { readonly row: ModalRow; readonly to: number; readonly form: string } | null {
  const rows = gaps.get(tokens[at]!.word);
  const first = tokens[at + 1];
  if (!rows || !first || (!gapOpeners.has(first.word) && !takesPerson.has(tokens[at]!.word))) return null;
  for (let i = at + 2; i < tokens.length && i < at + MOST_GAP; i++) {
    const { word } = tokens[i]!;
    if (word === '.' || word === ';' || word === ':' || auxiliaries.has(word)) return null;
    if (word === 'that' && rows.that) return { row: rows.that, to: i + 1, form: `${tokens[at]!.word} that` };
    if (word === 'to' && rows.to && tokens[i - 1]!.word === ',')
      return { row: rows.to, to: i + 1, form: `${tokens[at]!.word} to` };
  }
  return null;
}

/** Whether the words can be the finite verb of a clause where they stand. */
function stands(tokens: readonly Token[], at: number, row: ModalRow): boolean {
  const token = tokens[at]!;
  const before = previousWord(tokens, at);
  const after = tokens[at + 1];
  const { word } = token;
  if (word === 'will') {
    if (before && determinersBefore.has(before.word)) return after?.word !== 'of';
    return true;
  }
  // The month: "3 May", "May 2031", "by the end of May".
  if (word === 'may')
    return !(
      token.capital &&
      (after?.kind === 'number' || (at > 0 && tokens[at - 1]!.kind !== 'mark' && !tokens[at - 1]!.capital))
    );
  // "the might of its army", "this is a must"
  if (word === 'might' || word === 'must') return !(before && /^(?:the|a|military)$/.test(before.word));
  if (auxiliaries.has(word) || word === 'shall') return true;
  if (word === 'is' || word === 'are' || word === 'has' || word === 'have' || word === 'had' || word === 'it')
    return before === null || !blocksHave(before.word);
  if (word === 'need' || word === 'cannot') return true;
  if (before && auxiliaries.has(before.word)) return false;
  if (before && blockers.has(before.word) && at > 0 && tokens[at - 1] === before) return false;
  if (before && inner.has(before.word) && at > 1 && blockers.has(tokens[at - 2]!.word)) return false;
  if (row.opens === 'noun' && after) {
    if (
      after.word === 'of' ||
      after.word === 'on' ||
      after.word === 'for' ||
      after.word === ',' ||
      after.word === '.' ||
      after.word === 'and' ||
      after.word === 'or'
    )
      // "the Parties severally guarantee, in the manner provided, the frontier": a plural subject before the verb.
      return (
        (word.endsWith('s') && (after.word === ',' || after.word === 'and')) ||
        (after.word === ',' &&
          before !== null &&
          /^(?:parties|powers|states|we|they|guarantors|participants|and)$/.test(before.word))
      );
    if (
      /^(?:guarantee|guarantees|regard|regards|express|welcome|promise|pledge|pledges|stress|promises)$/.test(word) &&
      before &&
      (before.word === 'security' || before.word === 'this' || before.word === 'joint')
    )
      return false;
  }
  return true;
}

const blocksHave = (word: string): boolean => word === 'to' || word === 'not' || auxiliaries.has(word);

function previousWord(tokens: readonly Token[], at: number): Token | null {
  for (let i = at - 1; i >= 0 && i >= at - 3; i--) if (!inner.has(tokens[i]!.word)) return tokens[i]!;
  return null;
}

/** "No Party shall", "neither Side may", "Nothing in this Treaty shall": read back to the border of the clause. */
function negatedSubject(tokens: readonly Token[], at: number): 'no' | 'nothing' | false {
  for (let i = at - 1; i >= 0 && i >= at - 14; i--) {
    const { word, kind } = tokens[i]!;
    if (
      word === ';' ||
      word === ':' ||
      word === '.' ||
      auxiliaries.has(word) ||
      word === 'that' ||
      word === 'which' ||
      word === 'who' ||
      word === 'if' ||
      word === 'and'
    )
      return false;
    if (kind === 'mark' && word === ',') return false;
    if (word === 'nothing') return 'nothing';
    if (word === 'no' || word === 'neither' || word === 'none') {
      const next = tokens[i + 1]?.word;
      const previous = tokens[i - 1]?.word;
      if (next === 'later' || next === 'more' || next === 'less' || next === 'longer' || next === '.') continue;
      if (previous === 'of' || previous === 'with' || previous === 'by') return false;
      return 'no';
    }
  }
  return false;
}
