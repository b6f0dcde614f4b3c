import type { Mark } from '#base';
import type { Range, Sentence, Token } from '#phrases';
import type { Proposition, Reading } from '../model.ts';
import { namesIn, severalGuarantors } from '../roles.ts';
import { findSequence, findWord, sequences, wordSet } from '../scan.ts';
import { markOf } from '../subjects/trait.ts';
import { readElements } from './layers.ts';
import type { Package, PackageDraft } from './model.ts';

/** The rows of the table of guarantors and tasks (PKG003). */
export const taskNames = [
  'land',
  'air',
  'sea',
  'air defence',
  'intelligence',
  'logistics',
  'sanctions',
  'training',
  'finance',
  'monitoring',
  'command',
  'coordination',
] as const;
export type Task = (typeof taskNames)[number];

/** Who has which task, over all drafts of a package. */
export interface Matrix {
  readonly guarantors: readonly string[];
  readonly rows: readonly { readonly task: Task; readonly bearers: readonly Bearer[] }[];
  /** What is missing, one sentence for each. */
  readonly holes: readonly string[];
}

/** Who bears a task, and where that is said. `each guarantor` for all of them. */
export interface Bearer {
  readonly name: string;
  readonly file: string;
  readonly clause: string | null;
}

/** A hole, with the words that show it; null where something is missing in the whole text. */
export interface Hole {
  readonly text: string;
  readonly draft: PackageDraft;
  readonly at: Mark | null;
}

interface Allotment {
  readonly task: Task;
  readonly name: string;
  readonly sentence: Sentence;
  readonly at: Range;
}

/** What one draft says of tasks. */
interface Allotted {
  readonly allotments: readonly Allotment[];
  /** Guarantors that a sentence lists by name: "The Guarantors are Brenn, Sund and Toldavia". */
  readonly listed: readonly string[];
  /** Words that leave a task to whoever wishes, or to nobody in particular. */
  readonly loose: { readonly sentence: Sentence; readonly at: Range } | null;
  readonly substitutes: boolean;
}

const taskWords: ReadonlyMap<string, Task> = new Map(
  (
    [
      ['land', 'brigade brigades battalion battalions land ground army infantry tanks artillery soldiers troops armoured'],
      ['air', 'fighters aircraft air squadrons squadron refuelling airspace'],
      ['sea', 'ships vessels naval navy sea coast fleet fleets frigates mine-hunters maritime'],
      ['air defence', 'interceptors batteries battery sam'],
      ['intelligence', 'intelligence satellites satellite reconnaissance surveillance imagery radar radars'],
      ['logistics', 'logistics transport airlift sealift supply depots fuel maintenance logistic'],
      ['sanctions', 'sanctions embargo embargoes'],
      ['training', 'training train trains'],
      ['finance', 'finance eur usd payments payment pay pays fund loans'],
      ['monitoring', 'monitoring monitors observers verification mission'],
      ['command', 'command commander headquarters commands'],
      ['coordination', 'coordination secretariat coordinates'],
    ] as const
  ).flatMap(([task, words]) => words.split(' ').map((word) => [word, task] as const)),
);
const fighting: ReadonlySet<Task> = new Set(['land', 'air', 'sea', 'air defence']);

const memory = new WeakMap<Reading, Allotted>();

const volunteers = sequences(`
(those|such|any|the|all) (guarantors|states|partners|parties|members|participants|countries|powers) (willing|able|ready|interested)
(those|such|any|the|all) (guarantors|states|partners|parties|members|participants|countries|powers) (that|which|who) (are|is|may|wish|so)
(willing|interested) (guarantors|states|partners|members|parties|countries|nations)
coalition of the willing
(guarantors|states|partners|members|countries|powers) (that|which|who) (wish|so|want|choose)
(guarantors|states|partners|members|countries|powers) wishing to
(those|such) willing
on a voluntary basis
volunteer to
as each sees fit
`);
const share = sequences(`
lion 's share
(main|greater|largest|principal|bulk) (share|part|burden) of
bulk of
`);
const outsiders = wordSet('partners partner allies europeans coalition countries friends europe');
const assuming = wordSet(
  'assume assumes take takes bear bears carry carries lead leads provide provides shoulder shoulders handle handles contribute contributes supply supplies',
);
const forceWords = wordSet(
  'force forces responsibility burden task tasks defence air ground land naval sea security command contribution contributions',
);
const contributing = wordSet(
  'contribute contributes provide provides send sends supply supplies make take assume perform furnish deploy join participate',
);
const successors = sequences(`
(substitute|substitutes)
(takes|take) (its|their) place
(takes|take) over (its|the|their) (task|tasks|duties)
in its (place|stead)
(replaces|replace|replaced) by
(steps|step) in
if it (fails|leaves|does)
`);

/** Reads once who has which task in a draft. Linear in the text. */
export function readAllotted(reading: Reading): Allotted {
  const known = memory.get(reading);
  if (known) return known;
  const allotments: Allotment[] = [];
  const listed: string[] = [];
  let loose: Allotted['loose'] = null;
  let substitutes = reading.outline.blocks.some(
    (block) => block.row !== undefined && /^substitutes?$/i.test(block.row.header.trim()),
  );
  for (const sentence of reading.phrases.sentences) {
    if (sentence.block.kind === 'heading' || !reads.has(sentence.context)) continue;
    if (sentence.block.kind === 'cell') continue;
    const { tokens } = sentence;
    const all = { from: sentence.own, to: tokens.length };
    loose ??= looseIn(sentence, reading);
    substitutes ||= findSequence(tokens, all, successors) !== null;
    const are = findSequence(tokens, all, guarantorsAre);
    if (are) for (const { name } of namesIn(tokens.slice(are.to))) listed.push(plain(name));
    for (const proposition of reading.bySentence.get(sentence.id) ?? []) allot(proposition, reading, allotments);
  }
  allotRows(reading, allotments);
  const allotted = { allotments, listed, loose, substitutes };
  memory.set(reading, allotted);
  return allotted;
}

const reads = new Set(['operative', 'annex-operative', 'final-clause', 'definition']);
const guarantorsAre = sequences(
  '(the|) guarantors (are|is|shall) \nguarantors are\nguarantors shall be\nguarantors means\nguarantor means',
);
const plain = (name: string): string =>
  name
    .toLowerCase()
    .replace(
      /^(?:the )?(?:(?:(?:federal|united|democratic|grand|people's|islamic) )?(?:republic|duchy|kingdom|commonwealth|confederation|federation|union) of (?:the )?)?/,
      '',
    );

function looseIn(sentence: Sentence, reading: Reading): Allotted['loose'] {
  const { tokens } = sentence;
  const all = { from: sentence.own, to: tokens.length };
  const willing = findSequence(tokens, all, volunteers);
  if (
    willing &&
    findWord(tokens, { from: willing.to, to: tokens.length }, contributing) >= 0 &&
    findWord(tokens, all, taskLike) >= 0
  )
    return { sentence, at: willing };
  for (const { actor, subject, verbAt, complement, sentence: own } of reading.bySentence.get(sentence.id) ?? []) {
    const outside = findWord(own.tokens, subject, outsiders);
    if (outside < 0 && actor.who !== 'outside') continue;
    if (subject.to <= subject.from || isDefined(own.tokens, subject, reading)) continue;
    if (findWord(own.tokens, verbAt, assuming) < 0 || findWord(own.tokens, complement, forceWords) < 0) continue;
    return { sentence: own, at: { from: subject.from, to: complement.to } };
  }
  const part = findSequence(tokens, all, share);
  if (part && findWord(tokens, all, forceWords) >= 0) return { sentence, at: part };
  return null;
}

const taskLike = new Set([...taskWords.keys(), 'force', 'forces', 'contribution', 'contributions', 'means', 'capabilities']);

/** "the Contributing Partners", defined by name in the text, are no crowd. */
function isDefined(tokens: readonly Token[], subject: Range, reading: Reading): boolean {
  const words = tokens.slice(subject.from, subject.to).filter(({ word }) => word !== 'the' && word !== 'each');
  const key = words.map(({ word }) => word).join(' ');
  return reading.phrases.definitions.some((definition) => definition.key === key || definition.key === key.replace(/s$/, ''));
}

/** The tasks that a duty names, for the one who owes it. */
function allot(proposition: Proposition, reading: Reading, out: Allotment[]): void {
  const { sentence, actor, polarity, force, complement, verbAt } = proposition;
  if (polarity === 'prohibition' || polarity === 'exemption' || polarity === 'permission' || force < 4) return;
  if (actor.who === 'beneficiary' || actor.who === 'aggressor') return;
  const name = bearerOf(proposition, reading);
  if (name === '') return;
  const seen = new Set<Task>();
  for (let i = verbAt.from; i < complement.to; i++) {
    const task = taskAt(sentence.tokens, i);
    if (task) seen.add(task);
  }
  for (const task of seen) out.push({ task, name, sentence, at: proposition.at });
}

/** The task that a word names: "air defence" is one, "airspace … batteries" another. */
function taskAt(tokens: readonly Token[], i: number): Task | undefined {
  const { word } = tokens[i]!;
  if (word === 'air' && /^(?:defence|defense)$/.test(tokens[i + 1]?.word ?? '')) return 'air defence';
  return taskWords.get(word);
}

function bearerOf({ actor, sentence, subject }: Proposition, { roles }: Reading): string {
  if (actor.who === 'guarantor' || actor.who === 'party') {
    if (actor.mode === 'individual' && actor.name !== '') return plain(actor.name);
    if (actor.mode === 'each' || actor.mode === 'joint') return 'each guarantor';
  }
  const words = sentence.tokens.slice(subject.from, subject.to);
  const name = plain(words.map(({ raw }) => raw).join(' '));
  if (words.length > 0 && roles.parties.some((party) => party.aliases.includes(name) || party.name === name)) return name;
  return words.length === 1 && words[0]!.capital && subject.from > 0 && words[0]!.kind === 'word' ? name : '';
}

/** Tables whose rows are States: every task that a cell names belongs to the State of its row. */
function allotRows(reading: Reading, out: Allotment[]): void {
  const named = new Map<string, string>();
  for (const pass of [0, 1]) {
    for (const sentence of reading.phrases.sentences) {
      const { row, kind } = sentence.block;
      if (kind !== 'cell' || !row || sentence.context === 'heading') continue;
      const key = `${row.table} ${row.row}`;
      if (/^(?:state|guarantor|party|country|power)s?$/i.test(row.header.trim())) {
        if (pass === 0) named.set(key, plain(sentence.block.text));
        continue;
      }
      const name = named.get(key);
      if (pass === 0 || name === undefined || /substitute|approval/i.test(row.header)) continue;
      const seen = new Set<Task>();
      for (let i = 0; i < sentence.tokens.length; i++) {
        const task = taskAt(sentence.tokens, i);
        if (task) seen.add(task);
      }
      const bearer = /^(?:each|all)\b/.test(name) ? 'each guarantor' : name;
      for (const task of seen) out.push({ task, name: bearer, sentence, at: { from: 0, to: sentence.tokens.length } });
    }
  }
}

/** The guarantors of a package, as far as it names them. */
function guarantorsOf(pack: Package): string[] {
  const names = new Set<string>();
  for (const { reading } of pack.drafts) {
    for (const name of reading.roles.guarantors) names.add(plain(name));
    for (const name of readAllotted(reading).listed) if (!reading.roles.beneficiaries.includes(name)) names.add(name);
  }
  return [...names];
}

/** A guarantee of several, in which somebody has to be told who does what. */
export function tasksDue({ lead, drafts }: Package): boolean {
  const { kind, roles } = lead.reading;
  if (
    kind !== 'framework-guarantee' &&
    kind !== 'neutrality-guarantee' &&
    kind !== 'peace-settlement' &&
    kind !== 'political-declaration'
  )
    return false;
  if (kind === 'political-declaration' || kind === 'peace-settlement') return severalGuarantors(roles);
  return (
    severalGuarantors(roles) || roles.parties.length !== 2 || drafts.some(({ reading }) => readAllotted(reading).loose !== null)
  );
}

/** Guarantors that stand in the first column of no table, where the others do: "each Guarantor" performs its row, and they have none. */
function withoutRow({ drafts }: Package, guarantors: readonly string[]): string[] {
  const firsts = drafts.flatMap(({ reading }) =>
    reading.outline.blocks.filter(({ kind, row }) => kind === 'cell' && row?.column === 0 && row.row > 0),
  );
  const cells = new Set(firsts.map(({ text }) => plain(text.toLowerCase())));
  const missing = guarantors.filter((name) => ![...cells].some((cell) => cell !== '' && ` ${name} `.includes(` ${cell} `)));
  return missing.length > 0 && missing.length < guarantors.length ? missing : [];
}

/** What the package leaves open about who does what; empty where it is settled. */
export function holesOf(pack: Package): readonly Hole[] {
  const holes: Hole[] = [];
  if (!tasksDue(pack)) return holes;
  const read = pack.drafts.map((draft) => ({ draft, ...readAllotted(draft.reading) }));
  for (const { draft, loose } of read)
    if (loose) holes.push({ text: 'a task is left to whoever takes it', draft, at: markOf(loose.sentence, loose.at) });
  const all = read.flatMap(({ draft, allotments }) => allotments.map((each) => ({ ...each, draft })));
  const named = new Set(all.filter(({ name }) => name !== 'each guarantor').map(({ name }) => name));
  const everyone = all.some(({ name, task }) => name === 'each guarantor' && fighting.has(task)) || sharesByAnnex(pack);
  const guarantors = guarantorsOf(pack);
  if (named.size > 0 && !everyone)
    for (const name of guarantors)
      if (!named.has(name)) holes.push({ text: `${titleCase(name)} has no task`, draft: pack.lead, at: null });
  if (everyone)
    for (const name of withoutRow(pack, guarantors))
      holes.push({ text: `${titleCase(name)} has no task`, draft: pack.lead, at: null });
  if (!read.some(({ substitutes }) => substitutes) && !everyone) {
    const sole = taskNames
      .filter((task) => fighting.has(task))
      .flatMap((task) => {
        const bearers = new Set(all.filter((each) => each.task === task).map(({ name }) => name));
        return bearers.size === 1 && !bearers.has('each guarantor') ? [all.find((each) => each.task === task)!] : [];
      });
    const first = sole[0];
    if (first && (named.size > 1 || guarantors.length > 1))
      holes.push({
        text: `${first.task} rests on ${titleCase(first.name)} without a substitute`,
        draft: first.draft,
        at: markOf(first.sentence, first.at),
      });
  }
  if (!pack.drafts.some(({ reading }) => readElements(reading).has('a body that convenes the guarantors')))
    holes.push({ text: 'no standing body convenes the guarantors', draft: pack.lead, at: null });
  return holes;
}

const allotting = wordSet('assigned allotted listed shown set allocated');

/** "Each Guarantor shall begin the measures assigned to it in Annex A": the table says the rest. */
function sharesByAnnex({ drafts }: Package): boolean {
  return drafts.some(({ reading }) =>
    reading.duties.some(
      ({ core, proposition }) =>
        core &&
        proposition.actor.mode === 'each' &&
        proposition.action !== 'finance' &&
        findWord(proposition.sentence.tokens, proposition.complement, allotting) < 0 &&
        proposition.actionClass === 'military',
    ),
  );
}

const titleCase = (name: string): string =>
  name.replace(/(^|[\s-])(\p{Ll})/gu, (_, gap: string, letter: string) => gap + letter.toUpperCase());

/** The table of guarantors and tasks; null where none is due. */
export function matrixOf(pack: Package): Matrix | null {
  if (!tasksDue(pack)) return null;
  const rows = taskNames.map((task) => ({
    task,
    bearers: pack.drafts.flatMap(({ path, reading }) =>
      unique(readAllotted(reading).allotments.filter((each) => each.task === task)).map(({ name, sentence }) => ({
        name: titleCase(name),
        file: path,
        clause: sentence.clause.label || null,
      })),
    ),
  }));
  return { guarantors: guarantorsOf(pack).map(titleCase), rows, holes: holesOf(pack).map(({ text }) => text) };
}

function unique(allotments: readonly Allotment[]): Allotment[] {
  return [...new Map(allotments.map((each) => [each.name, each])).values()];
}
