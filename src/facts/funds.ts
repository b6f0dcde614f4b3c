import { mayHave, type Range, type Token } from '#phrases';
import { within } from './deadlines.ts';
import { find, has, patterns, selfIn, wordsOf } from './finals/words.ts';
import type { Proposition } from './model.ts';

/** Money on which a clause is made to wait (L9, DUR003). */
export interface FundsEscape {
  /** The words that make it wait. */
  readonly at: Range;
  /**
   * own: its own duty; deed: help or defence named as a thing ("the delivery of arms depends on …"); all: whatever the text promises
   * ("nothing in this Treaty commits any funds"); minor: a matter that is nobody's defence (scholarships, travel, exhibitions).
   */
  readonly reach: 'own' | 'deed' | 'all' | 'minor';
}

const openers = patterns(`
  subject to
  depend|depends|depending|dependent on|upon
  conditional|contingent|conditioned on|upon
  conditioned by
  limited|confined to|by
  within the? limits|limit|bounds|framework|scope of
  in the? light of
  commensurate with
  in|so so|as? far as
  insofar as
  as far as
  to the extent that?|of?
  provided|providing that
  on condition that
  on the condition that
  so|as long as
  if|when|where|once|unless|until|as
`);
/** Money that stands on its own behind "subject to", "depending on". */
const purse = wordsOf(
  'funds|fund|funding|appropriation|appropriations|budget|budgets|budgetary|financing|finances|credits|purse',
);
/** Money only with a word of state beside it: "where the resources so permit", "if the sums have been voted". */
const money = wordsOf(
  'funds|funding|appropriation|appropriations|budget|budgets|budgetary|financing|finances|credits|resources|money|moneys|monies|sums|means|finance|financial',
);
const state = wordsOf(
  'available|availability|appropriated|appropriation|appropriations|allocated|voted|provided|granted|approved|approves|votes|grants|permit|permits|permitted|allow|allows|allowed|suffice|sufficient|exist|exists|released|budgeted|existing|authorised|authorized|found|adopted|annual|yearly|earmarked|present|current|limited|respective|own|parliamentary|congressional|national',
);
const firmOpeners = new Set([
  'subject',
  'depend',
  'depends',
  'depending',
  'dependent',
  'conditional',
  'contingent',
  'conditioned',
  'commensurate',
  'limited',
  'confined',
  'in',
  'within',
]);
const stops = new Set([';', ':', 'shall', 'will', 'must', 'may', 'which', 'who']);

const deniers = wordsOf('nothing|no|not|neither|nor|none|without|cannot|nobody');
const spending = patterns(`
  commit|commits|committing|obligate|obligates|oblige|obliges|obliging|bind|binds|binding|require|requires|requiring|compel|compels|entail|entails|imply|implies|create|creates|creating|constitute|constitutes|constituting|impose|imposes|involve|involves|authorise|authorises|authorize|authorizes|charge|charges|construed|obliged|required|bound|obligated
`);
const spent = wordsOf(
  'funds|funding|expenditure|expenditures|expend|spend|spending|appropriate|appropriation|appropriations|budget|budgets|budgetary|financial|money|moneys|monies|pay|payment|payments',
);

/** Before the opener these turn the words round: the duty does not wait for money. */
const opposite = wordsOf('not|never|no|neither|nor|regardless|irrespective|notwithstanding|independent|independently|whether');
const minorMatters = wordsOf(
  'scholarship|scholarships|conference|conferences|travel|exhibition|exhibitions|cultural|culture|youth|sport|sports|visit|visits|seminar|seminars|workshop|workshops|research|museum|museums|student|students|fellowship|fellowships|language|academic|publication|publications|festival|festivals|tourism|internship|internships|interpretation',
);

const everything = wordsOf(
  'obligations|obligation|commitments|commitment|undertakings|undertaking|duties|performance|implementation|execution|fulfilment|fulfillment|application|provisions|guarantees|guarantee|promises|activities|assistance|support|aid|cooperation|measures|contributions|actions|action|everything|anything|responsibilities|activity',
);
const deeds = wordsOf(
  'assistance|support|aid|delivery|deliveries|deployment|deployments|supply|supplies|dispatch|training|air-defence|stationing|sending|transfer|transfers|reinforcement|contribution',
);
const wholeVerbs = new Set([
  'implement',
  'perform',
  'carry',
  'execute',
  'fulfil',
  'fulfill',
  'discharge',
  'apply',
  'honour',
  'honor',
  'undertake',
  'conduct',
]);
const partWords = wordsOf('part|parts|chapter|section|annex|programme|program|project|projects|programmes|programs');

/** The words by which the clause waits for money, and how far they reach; null without. */
export function readFunds(proposition: Proposition): FundsEscape | null {
  const at = escapeIn(proposition);
  if (!at) return null;
  const { tokens } = proposition.sentence;
  if (has(tokens, minorMatters, proposition.at)) return { at, reach: 'minor' };
  if (reachesAll(proposition)) return { at, reach: 'all' };
  const deed =
    proposition.polarity === 'effect' && has(tokens, deeds, { from: proposition.at.from, to: proposition.verbAt.from });
  return { at, reach: deed ? 'deed' : 'own' };
}

function escapeIn(proposition: Proposition): Range | null {
  const { sentence, at } = proposition;
  const { tokens } = sentence;
  for (const hit of sentence.hits)
    if (hit.lexicon === 'L9' && within(hit, at) && !turned(tokens, hit.from, at.from) && attaches(proposition, hit))
      return { from: hit.from, to: withObject(tokens, hit.to, at.to) };
  return waits(proposition) ?? denies(proposition);
}

/** "subject to the appropriation" runs on over "of sufficient funds". */
function withObject(tokens: readonly Token[], to: number, limit: number): number {
  if (tokens[to]?.word !== 'of') return to;
  for (let i = to + 1; i < Math.min(limit, to + 4); i++) if (has(tokens, money, { from: i, to: i + 1 })) return i + 1;
  return to;
}

/** "depends on the budget of the year", "to the extent that its parliament has voted the money". */
function waits(proposition: Proposition): Range | null {
  const { tokens } = proposition.sentence;
  const { at } = proposition;
  if (!mayHave(tokens, money.words) && !mayHave(tokens, purse.words)) return null;
  for (let i = at.from; i < at.to; i++) {
    const opener = find(tokens, openers, i, at.to);
    if (!opener) return null;
    i = opener.from;
    if (turned(tokens, i, at.from)) continue;
    const firm = firmOpeners.has(tokens[i]!.word);
    const end = phraseEnd(tokens, opener.to, at.to);
    for (let j = opener.to; j < end; j++) {
      if (
        !has(tokens, firm ? purse : money, { from: j, to: j + 1 }) &&
        !(firm && has(tokens, money, { from: j, to: j + 1 }) && has(tokens, state, { from: opener.to, to: end }))
      )
        continue;
      const near = { from: opener.to, to: end };
      if (!firm && !has(tokens, state, near)) break;
      const range = { from: i, to: Math.max(j + 1, lastOf(tokens, near)) };
      if (attaches(proposition, range)) return range;
    }
  }
  return null;
}

function phraseEnd(tokens: readonly Token[], from: number, limit: number): number {
  const stop = Math.min(limit, from + 12);
  for (let i = from; i < stop; i++) if (stops.has(tokens[i]!.word) || (tokens[i]!.word === ',' && i > from + 1)) return i;
  return stop;
}

/** One past the last word of money or of its state in the range. */
function lastOf(tokens: readonly Token[], range: Range): number {
  for (let i = range.to - 1; i >= range.from; i--)
    if (has(tokens, money, { from: i, to: i + 1 }) || has(tokens, state, { from: i, to: i + 1 })) return i + 1;
  return range.from;
}

/** "Nothing in this Agreement commits the funds of either Party", "does not oblige a Party to spend money". */
function denies(proposition: Proposition): Range | null {
  const { tokens } = proposition.sentence;
  const { at } = proposition;
  const whole =
    selfIn(tokens, at.from, at.to) >= 0 || has(tokens, wordsOf('herein|hereunder|hereof|it'), { from: at.from, to: at.from + 8 });
  if (!whole) return null;
  for (let i = at.from; i < at.to; i++) {
    if (!has(tokens, deniers, { from: i, to: i + 1 })) continue;
    const verb = find(tokens, spending, i + 1, Math.min(at.to, i + 14));
    if (!verb) continue;
    const end = Math.min(at.to, verb.to + 9);
    for (let j = verb.to; j < end; j++) {
      if (/^(?:unless|except|other|beyond|more)$/.test(tokens[j]!.word)) break;
      if (has(tokens, spent, { from: j, to: j + 1 })) return { from: i, to: j + 1 };
    }
  }
  return null;
}

/** "shall not be subject to the availability of funds", "no duty depends on a budget", "whether or not funds are available". */
function turned(tokens: readonly Token[], opener: number, from: number): boolean {
  if (has(tokens, opposite, { from: Math.max(from, opener - 3), to: opener })) return true;
  return has(tokens, wordsOf('no|none|nothing|neither|nobody'), { from, to: Math.min(from + 3, opener) });
}

/** Attachment (0.6): not inside a relative clause, and not the money of somebody's plan ("a plan that is subject to …"). */
function attaches(proposition: Proposition, at: Range): boolean {
  const { tokens } = proposition.sentence;
  for (let i = at.from - 1; i > proposition.verbAt.to && i > at.from - 12; i--) {
    if (tokens[i]!.kind === 'mark') break;
    if (tokens[i]!.word === 'which' || tokens[i]!.word === 'who') return false;
  }
  return true;
}

/** The clause speaks of all the duties of the text, not of one or of a part. */
function reachesAll(proposition: Proposition): boolean {
  const { tokens } = proposition.sentence;
  const { at, verbAt } = proposition;
  const head = { from: at.from, to: verbAt.from };
  const whole = selfIn(tokens, at.from, at.to) >= 0 || has(tokens, wordsOf('hereunder|herein|it|them|its|their'), at);
  if (wholeVerbs.has(proposition.verb)) return whole;
  if (has(tokens, everything, head)) {
    if (has(tokens, partWords, head)) return false;
    const all = has(tokens, wordsOf('all|any|every|each'), head);
    const article = has(tokens, wordsOf('article|articles'), head);
    const promises = has(
      tokens,
      wordsOf('obligations|commitments|undertakings|duties|guarantees|promises|performance|implementation'),
      head,
    );
    return whole || all || article || (promises && (proposition.verb === 'be' || proposition.verb === 'depend'));
  }
  const denying = has(tokens, wordsOf('nothing|no|neither|none'), { from: at.from, to: Math.min(at.from + 2, at.to) });
  if (denying || selfIn(tokens, head.from, head.to) >= 0 || /^(?:it|this)$/.test(tokens[head.from]?.word ?? '')) return true;
  return false;
}
