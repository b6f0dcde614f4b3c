import type { Range, Sentence } from '#phrases';
import { within } from '../deadlines.ts';
import type { Duty, Reading } from '../model.ts';
import { findSequence, findWord, sequences, wordSet } from '../scan.ts';
import { speaksOfSecurity } from '../security.ts';
import { markOf, marks, type Trait } from './trait.ts';

/** Words that put a matter off, beside the entries of L17 (OBL008). */
const puttingOff = sequences(`
  (yet|still) to be (agreed|determined|decided|defined|settled|negotiated)
  (remain|remains|has|have) (yet|still|) to be (agreed|determined|decided|defined|settled|negotiated|fixed|arranged|clarified|elaborated|resolved|finalised)
  (is|are) (yet|still) (under|in) (discussion|consideration|negotiation|review)
  (is|are) under (discussion|negotiation)
  (remain|remains) (under|in) (discussion|negotiation|consideration)
  (has|have) not yet been (agreed|determined|decided|defined|settled|fixed)
  (await|awaits) (a|an|the|) (agreement|negotiation|negotiations|decision|settlement|further|understanding|outcome)
  (left|reserved|deferred|postponed|referred) (to|for|until) (a|) (negotiation|negotiations|discussion|discussions|agreement|later|further|subsequent|separate|future|talks)
  subject of (a|an|) (further|separate|later|subsequent|future|additional|distinct|supplementary) (arrangement|arrangements|agreement|agreements|negotiation|negotiations|understanding|understandings|protocol|discussion|discussions|talks)
  subject of (negotiation|negotiations|discussion|discussions|consultation|consultations)
  (a|) matter for (later|further|separate|future|negotiation|discussion|agreement)
  (shall|will|to) be (settled|fixed|decided|determined|agreed|defined|concluded|arranged) (later|hereafter|subsequently|afterwards|elsewhere)
  to be concluded (later|separately|subsequently|hereafter)
  in due (course|time)
  at the (proper|appropriate) time
  (may|shall|will) arrange (among|between)
  (which|that) the two governments (will|shall) (arrange|settle|agree)
  (shall|will) (settle|arrange|agree|determine|decide) by (common|mutual) (accord|agreement|consent)
  (come|comes) to an (agreement|understanding) (on|about|as|regarding)
  (reach|seek|conclude) (an|) (agreement|understanding) (on|about|as|regarding)
  (enter|enters) into (negotiation|negotiations|talks|discussions) (on|about|as|concerning|regarding|with)
  (agree|agreed) to continue (work|working|discussions|talks)
  (shall|will|to) continue (work|working|discussions|talks|negotiations) on
  (shall|will) discuss how
  to be (agreed|determined|defined|negotiated|settled|worked)
  (will|shall) be (agreed|negotiated) (later|separately|subsequently)
  (will|shall) be (agreed|determined|settled|worked) (on|out|) (at|by|between|among|in|upon)
  the subject of (a|an|) (further|separate|subsequent|future|later|supplementary) (agreement|arrangement|understanding|negotiation|protocol|convention|agreements|arrangements|negotiations|protocols|talks|consultations)
  (left|reserved|deferred|postponed|kept) (to|for) (a|an|) (further|separate|subsequent|future|later|special|supplementary) (agreement|arrangement|understanding|negotiation|protocol|decision|agreements|arrangements|negotiations|protocols|talks)
  (awaits|await) (a|an|) (further|separate|subsequent|future|later|special|supplementary) (agreement|arrangement|decision|protocol)
  by mutual agreement
  by common agreement
  in due course
  at a later (stage|date|time)
  from time to time agree
  as may be agreed
  may agree
  may mutually agree
  (will|shall) (explore|discuss|examine|study|consider) (options|ways|possibilities|means|modalities|formats|how)
  (will|shall) (work|develop|elaborate|draw) (out|up|) (a|the|) (roadmap|plan|concept|modalities|details|framework|strength|size|tasks|composition|terms)
  (agree|agrees) to (explore|discuss|negotiate|examine)
  will explore
  shall explore
  will develop (a|) (roadmap|concept)
  (exact|precise|specific|detailed) (modalities|details)`);

/** What must not be left open: who, what, when, under whose command. */
const coreWords =
  wordSet(`size tasks task command number numbers strength modalities measures measure assistance response force forces guarantee
  guarantees deployment skies sky seas sea support batteries brigades troops mandate composition contingents contingent scope commitments
  engagement security defence defense weapons equipment amount amounts contribution contributions dates timing conditions units airspace plan
  arrangements format formats protection stationing date nature extent form shape kind time times timetable role roles share commands commands help aid structure contribute terms`);
const responseWords = wordSet(
  'size nature extent commands time strengths tasks task command number numbers strength measures response force forces units batteries brigades troops composition mandate contingents deployment date dates',
);

const securityWords = wordSet('skies airspace troops brigades guarantees security');

/** Detail that may wait (OBL008 *Not*). */
const detail =
  wordSet(`customs formalities frequencies invoices invoicing administrative liaison ceremonies ceremonial technical visas
  accede accedes accession amendment amendments postal parking uniforms catering languages language seat premises quarters accounting
  archives procedure procedures rules badge badges currency taxes fees exchange visits scholarships`);

/** A rule for the case that no agreement comes. */
const byDefault = sequences(`
  failing agreement
  failing such
  failing which
  failing that
  failing this
  in default of
  in the absence of (such|an|agreement)
  if no agreement
  if it is not
  if they are not
  if they do not
  if none is
  if the (parties|guarantors) (do|have) not
  absent agreement
  until (it|they|another|replaced|then)
  until so (agreed|replaced)
  unless and until`);

const laterKinds = wordSet(
  'separate special distinct further later subsequent special supplementary future implementing additional',
);
const instruments = wordSet(
  'agreement agreements arrangement arrangements understanding understandings protocol protocols instrument instruments document documents negotiation negotiations decision',
);

/** "determined by separate agreement", "a matter for later arrangements": the instrument that is still to come. */
function laterInstrument({ tokens }: Sentence, range: Range): Range | null {
  for (let i = range.from + 1; i < range.to - 1; i++) {
    if (!laterKinds.has(tokens[i]!.word) || !instruments.has(tokens[i + 1]!.word)) continue;
    const at = /^(?:by|in|to|for|through|under)$/.test(tokens[i - 1]!.word)
      ? i - 1
      : /^(?:by|in|to|for|through)$/.test(tokens[i - 2]?.word ?? '')
        ? i - 2
        : -1;
    if (at < range.from) continue;
    return {
      from: /^(?:determined|settled|regulated|defined|fixed|specified|agreed|set|laid|out|down|matter|subject|left|reserved|decided|governed)$/.test(
        tokens[at - 1]?.word ?? '',
      )
        ? at - 1
        : at,
      to: i + 2,
    };
  }
  return null;
}

const later = (duty: Duty): Range | null => {
  const { proposition } = duty;
  const { sentence, at } = proposition;
  const end = sentence.tokens.length;
  const clause = { from: at.from, to: Math.min(at.to, end) };
  const own = laterInstrument(sentence, clause) ?? findSequence(sentence.tokens, clause, puttingOff);
  const hit = sentence.hits.find((one) => one.lexicon === 'L17' && within(one, at));
  const words = own && hit ? (own.to - own.from >= hit.to - hit.from ? own : hit) : (own ?? hit ?? null);
  if (words) return { from: words.from, to: words.to };
  const toAgree = agreesOn(duty);
  if (toAgree) return toAgree;
  const deferring = proposition.action === 'explore' || proposition.action === 'negotiate';
  return deferring && proposition.polarity === 'positive' && proposition.force >= 3
    ? { from: (proposition.modal ?? proposition.verbAt).from, to: proposition.verbAt.to }
    : null;
};

const agreeing = wordSet('agree settle concert determine');
const agreedUpon = wordSet(
  'measures measure steps action response assistance help forces contribution contributions tasks what which',
);

/** "shall agree with the others on the measures to be taken": what is owed is an agreement on what will be owed. */
function agreesOn({ proposition, group }: Duty): Range | null {
  const { verb, verbAt, modal, complement, sentence, polarity, force, passive } = proposition;
  if (group === null || modal === null || passive || polarity !== 'positive' || force < 3 || !agreeing.has(verb)) return null;
  const near = { from: complement.from, to: Math.min(complement.to, complement.from + 14) };
  const on = findWord(sentence.tokens, near, hinge);
  const together = verb === 'agree' ? on : findWord(sentence.tokens, near, jointly);
  if (together < 0) return null;
  const what = findWord(sentence.tokens, { from: Math.max(on, complement.from), to: near.to }, agreedUpon);
  return what < 0 ? null : { from: modal.from, to: Math.max(what + 1, verbAt.to) };
}

const hinge = wordSet('on upon about');
const jointly = wordSet('jointly together with');

/** Substance that is left to a later agreement (OBL008). */
export const laterTrait: Trait<Duty> = {
  name: 'later',
  facts: {
    leftOpen: {
      type: 'text',
      doc: 'A matter of the guarantee put off to a later agreement: nothing (none), with a default (covered), with a date only (dated), or open.',
      values: ['none', 'covered', 'dated', 'open'],
    },
    coreOpen: { type: 'flag', doc: 'What is put off is who, what, when or under whose command.' },
  },
  marks: { later: 'The words that put the matter off.' },
  read: (duty, reading) => {
    const { proposition } = duty;
    const { sentence } = proposition;
    const at = later(duty);
    const found = at === null ? ({ leftOpen: 'none', coreOpen: false } as const) : weigh(duty, reading);
    return {
      facts: { leftOpen: found.leftOpen, coreOpen: found.coreOpen },
      marks: marks({ later: found.leftOpen === 'none' ? null : markOf(sentence, at, proposition.confidence) }),
    };
  },
};

function weigh(duty: Duty, reading: Reading): { leftOpen: 'none' | 'covered' | 'dated' | 'open'; coreOpen: boolean } {
  const none = { leftOpen: 'none', coreOpen: false } as const;
  const { proposition } = duty;
  const { sentence } = proposition;
  const { tokens } = sentence;
  if (proposition.context === 'final-clause' || proposition.subordinate || proposition.polarity === 'prohibition') return none;
  const whole = { from: 0, to: tokens.length };
  if (findWord(tokens, whole, detail) >= 0) return none;
  if (findWord(tokens, whole, coreWords) < 0) return none;
  if (!speaksOfSecurity(reading) && findWord(tokens, whole, securityWords) < 0) return none;
  const next = reading.phrases.sentences[sentence.id + 1];
  const covered =
    findSequence(tokens, whole, byDefault) !== null ||
    (next !== undefined &&
      next.clause === sentence.clause &&
      findSequence(next.tokens, { from: 0, to: Math.min(12, next.tokens.length) }, byDefault) !== null);
  const dated = sentence.times.some((time) => time.kind === 'limit' || time.kind === 'date');
  return {
    leftOpen: covered ? 'covered' : dated ? 'dated' : 'open',
    coreOpen: findWord(tokens, { from: proposition.at.from, to: proposition.at.to }, responseWords) >= 0,
  };
}
