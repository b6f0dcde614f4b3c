import type { Range, Sentence, Token } from '#phrases';
import type { Reading } from '../model.ts';
import { findSequence, findWord, sequences, wordSet } from '../scan.ts';
import { homeArticle } from '../triggers.ts';
import { isResponse } from './duty.ts';
import { isAnswer } from './group.ts';
import { markOf, marks, type SubjectKind, type Trait } from './trait.ts';

/** A dispute clause and how it touches performance (ENF005). */
interface Dispute {
  readonly id: number;
  readonly sentence: Sentence;
  readonly how: 'before' | 'trigger' | 'plain';
  readonly at: Range;
}

const disputes = wordSet('dispute disputes difference differences disagreement disagreements controversy controversies');
const about = sequences(
  'questions (concerning|about|regarding|relating|as|on)\nquestion (concerning|about|regarding|relating|whether|as|on)',
);
const settled = wordSet(
  'settled settlement resolved resolution decided decision award judgment judgement arbitration panel commission tribunal negotiation consultation consultations report reported',
);
const waits = sequences(`
shall first be
first be (settled|resolved|submitted|referred)
(before|until) (the|a|any|it|such|its)
prior to
pending (the|a|its|such|settlement|resolution|arbitration|any|final)
(shall|is|are|be) suspended
(are|is) stayed
`);
const holds = sequences(`
refrain from (measures|any|all|taking|further|action|performance)
(take|takes) no (measure|measures|action|steps|step)
no (party|guarantor|state|measure|measures|action|step|steps|aid|assistance)
not (proceed|begin|take|act|perform|apply)
(performance|obligations|duties|measures|operation|application|assistance) (is|are|shall|under)
suspended
shall first be
first be (settled|resolved|submitted|referred)
`);
const shields = sequences(`
(not|nor|neither) (suspend|suspends|delay|delays|affect|affects|interrupt|postpone)
(does|do|shall|will|is) not (suspend|delay|affect|interrupt|postpone|stay)
in the meantime
meanwhile
(continue|continues) to (perform|apply|be)
continue performance
no (dispute|proceeding|difference)
without (suspending|delaying|interrupting)
notwithstanding (any|the|a)
irrespective of
`);
const commercial = wordSet(
  'invoice invoices payment payments contract contracts contractor contractors price prices customs procurement tax taxes commercial claims damage boundary goods loan loans debt fees',
);
const findings = wordSet(
  'finding findings determination attribution certification attack attacks aggression applies applicable trigger notice',
);

/** Clocks that start a response. */
const clocks = new Set(['attack', 'trigger-time', 'finding', 'notice']);
const stopping = wordSet(
  'suspend suspends suspended delay delays affect affects interrupt interrupts postpone postpones stay stays',
);

/** "neither the difference nor the consultation suspends …": performance goes on. */
function isShield(tokens: readonly Token[]): boolean {
  const all = { from: 0, to: tokens.length };
  if (findSequence(tokens, all, shields)) return true;
  const stop = findWord(tokens, all, stopping);
  return stop >= 0 && findWord(tokens, { from: 0, to: stop }, wordSet('no not nor neither never')) >= 0;
}

const memory = new WeakMap<Reading, { guarded: boolean; shielded: boolean; finds: boolean; homes: ReadonlySet<string> }>();

/** What the text as a whole has: duties of response, a sentence that shields them, a gate of determination. */
function frameOf(reading: Reading): { guarded: boolean; shielded: boolean; finds: boolean; homes: ReadonlySet<string> } {
  const known = memory.get(reading);
  if (known) return known;
  const groups = reading.groups.filter((group) => isResponse(group) && (reading.dutiesByGroup.get(group) ?? []).some(isAnswer));
  const homes = new Set<string>();
  for (const group of groups) for (const article of group.articles) if (article.key) homes.add(article.key);
  const out = {
    guarded: groups.length > 0 || reading.duties.some((duty) => isAnswer(duty) && clocks.has(duty.deadline.time?.clock ?? '')),
    shielded: reading.operative.some(
      ({ tokens }) =>
        findWord(
          tokens,
          { from: 0, to: tokens.length },
          new Set([...disputes, 'proceeding', 'submission', 'arbitration', 'panel']),
        ) >= 0 && isShield(tokens),
    ),
    finds: reading.gates.some((gate) => gate.type === 'determination' && isResponse(gate.group)),
    homes,
  };
  memory.set(reading, out);
  return out;
}

function disputesOf(reading: Reading): Dispute[] {
  const frame = frameOf(reading);
  if (!frame.guarded) return [];
  const found: Dispute[] = [];
  let home: unknown = null;
  let inDispute = false;
  for (const sentence of reading.operative) {
    const { tokens } = sentence;
    const all = { from: 0, to: tokens.length };
    const at = homeArticle(sentence.clause);
    if (at !== home) {
      home = at;
      inDispute = false;
    }
    const noun = disputeAt(tokens);
    if (noun) inDispute = true;
    if (!noun && !inDispute && !pendingAward(tokens)) continue;
    if (findWord(tokens, all, commercial) >= 0 || isShield(tokens) || ofOthers(tokens)) continue;
    const wait = findSequence(tokens, all, waits);
    const hold = findSequence(tokens, all, holds);
    if (wait && hold && (noun || findWord(tokens, all, settled) >= 0)) {
      found.push({
        id: found.length,
        sentence,
        how: 'before',
        at: { from: Math.min(wait.from, hold.from), to: Math.max(wait.to, hold.to) },
      });
      continue;
    }
    if (!noun || findWord(tokens, all, settled) < 0) continue;
    const named =
      findWord(tokens, all, findings) >= 0 ||
      sentence.references.some(({ unit, path }) => unit === 'article' && frame.homes.has(path[0] ?? ''));
    found.push({ id: found.length, sentence, how: named ? 'trigger' : 'plain', at: noun });
  }
  return found;
}

function disputeAt(tokens: readonly Token[]): Range | null {
  const word = findWord(tokens, { from: 0, to: tokens.length }, disputes);
  if (word >= 0) return { from: word, to: Math.min(tokens.length, word + 6) };
  return findSequence(tokens, { from: 0, to: tokens.length }, about);
}

function pendingAward(tokens: readonly Token[]): boolean {
  return tokens.some(
    ({ word }, i) => word === 'pending' && findWord(tokens, { from: i, to: Math.min(tokens.length, i + 5) }, settled) >= 0,
  );
}

/** "their disputes with other States", "international disputes": not about this text. */
function ofOthers(tokens: readonly Token[]): boolean {
  return tokens.some(
    ({ word }, i) =>
      (word === 'international' && disputes.has(tokens[i + 1]?.word ?? '')) ||
      (disputes.has(word) && tokens[i + 1]?.word === 'with'),
  );
}

const disputeTrait: Trait<Dispute> = {
  name: 'dispute',
  facts: {
    how: {
      type: 'text',
      doc: 'before: performance waits for the settlement; trigger: the clause covers the trigger or the finding; plain: neither is said.',
      values: ['before', 'trigger', 'plain'],
    },
    shielded: { type: 'flag', doc: 'The text says that a dispute suspends nothing.' },
    findingGate: { type: 'flag', doc: 'The response hangs on a determination.' },
    kind: { type: 'text', doc: 'Kind of the document.' },
  },
  marks: { dispute: 'The words that make performance wait, or the dispute.' },
  read: ({ sentence, how, at }, reading) => ({
    facts: { how, shielded: frameOf(reading).shielded, findingGate: frameOf(reading).finds, kind: reading.kind },
    marks: marks({ dispute: markOf(sentence, at) }),
  }),
};

/** Dispute clauses of texts that oblige somebody to answer an attack. */
export const disputeKind: SubjectKind<Dispute> = {
  kind: 'dispute',
  doc: 'A clause on disputes in a text that obliges somebody to answer an attack (ENF005).',
  items: disputesOf,
  about: ({ id, sentence, at }) => ({
    id: `dispute:${id}`,
    clause: sentence.clause.label,
    group: null,
    span: markOf(sentence, at) ?? sentence.span,
    confidence: 'explicit',
  }),
  traits: [disputeTrait],
};
