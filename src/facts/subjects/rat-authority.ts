import type { Sentence, Token } from '#phrases';
import { find, has, type Place, patterns, wordsOf } from '../finals/words.ts';
import type { Duty, Reading } from '../model.ts';
import { markAt } from './fin-document.ts';
import { markOf, marks, type Trait } from './trait.ts';

const needing = new Set([
  'use-armed-force',
  'air-defence',
  'close-airspace',
  'intercept',
  'strike',
  'naval-protect',
  'deploy-forces',
  'station',
  'mobilise',
  'sanction-impose',
  'sanction-snapback',
  'seize-assets',
]);

const enacting = patterns(`
  legislation|law|laws|statute|statutes|authority necessary|needed|required|to|that|which
  act|acts|powers|measures|provisions|regulations necessary|needed|required
  act|acts|powers|measures|provisions|regulations to give|implement|perform|execute|carry|apply
  legislation|law|laws|authority|authorisation|authorization in force
  in force the legislation|law|laws|statutes|acts|authority
  necessary|requisite|implementing|enabling|required|needed legislation|laws|statutes|authority|authorisation|authorization|acts
  standing authority|authorisation|authorization|mandate
  authority|authorisation|authorization in advance
  without further|any|new|separate|prior|additional decision authorisation|authorization|approval|vote
  without further|any|new|separate|prior|additional|other authorisation|authorization|approval|vote|legislation|mandate
  no further|other|new|separate|additional authorisation|authorization|approval|vote|legislation
  law|legislation permits|allows|authorises|authorizes
  not invoke its|their|internal|national|domestic internal|domestic|national? law
  provisions of its|their internal|domestic|national law as
  pre-authorised|pre-authorized|preauthorised
  implementing|implementation protocol|act|acts|legislation|statute
`);
const giving = wordsOf(
  'shall|undertakes|undertake|must|will|certify|certifies|confirms|confirm|states|accompanied|statement|has|have|authorised|authorized|authorises|authorizes|requires|may|is|are|adopts|enacts|adopt|enact|maintain|keeps|keep',
);
const authorised = patterns(`
  is|are|be|hereby authorised|authorized|empowered , from?
  is|are|be|hereby authorised|authorized|empowered to|from|for|as
  has|have authority|power to
`);
const commonForce = wordsOf('force|mission|commander|command|contingent|corps|unit|council|centre|center');

/** Authority at home for force and sanctions (RAT005; decisions 19 and 59). */
export const authorityTrait: Trait<Reading> = {
  name: 'authority',
  facts: {
    needsAuthority: {
      type: 'flag',
      doc: 'A core duty of force 4 or more to use or send forces, to impose sanctions or to seize assets.',
    },
    standingAuthority: {
      type: 'flag',
      doc: 'The text sees to the domestic law: duty to legislate, certificate, standing authority, or authority of a common force.',
    },
  },
  marks: { authorityDuty: 'The first duty that needs a law at home.' },
  read: (reading) => {
    const wanting = reading.duties.filter((duty) => needs(duty, reading));
    const texts = reading.operative;
    const national = texts.some((sentence) => enactsLaw(sentence, reading));
    const common =
      wanting.length > 0 &&
      wanting.every((duty) => duty.proposition.actor.who === 'organ') &&
      texts.some((sentence) => authorises(sentence.tokens));
    const first = wanting.find((duty) => duty.proposition.actor.who !== 'organ') ?? wanting[0];
    return {
      facts: {
        needsAuthority: wanting.some((duty) => duty.proposition.actor.who !== 'organ') || (wanting.length > 0 && !common),
        standingAuthority: national || common,
      },
      marks: marks({
        authorityDuty: first
          ? markOf(first.proposition.sentence, {
              from: (first.proposition.modal ?? first.proposition.verbAt).from,
              to: Math.max(
                first.proposition.verbAt.to,
                Math.min(first.proposition.complement.to, first.proposition.complement.from + 6),
              ),
            })
          : null,
      }),
    };
  },
};

const sanctionWords = wordsOf(
  'sanction|sanctions|embargo|embargoes|ban|bans|freezing|freeze|tariff|tariffs|restrictive|import|imports|export|exports|asset|assets|trade',
);

function needs(duty: Duty, reading: Reading): boolean {
  const { proposition } = duty;
  if (proposition.polarity !== 'positive' || proposition.force < 4) return false;
  if (
    proposition.actor.who === 'beneficiary' ||
    proposition.actor.who === 'aggressor' ||
    proposition.actor.who === 'third-body' ||
    proposition.actor.who === 'outside'
  )
    return false;
  if (duty.core && needing.has(proposition.action)) return true;
  if (!/^(?:impose|apply|take|adopt)$/.test(proposition.verb)) return false;
  const { tokens, references } = proposition.sentence;
  if (!has(tokens, wordsOf('measures|measure'), proposition.complement)) return false;
  return references.some((reference) => {
    if (reference.unit !== 'annex' || reference.from < proposition.verbAt.to || reference.path[0] === undefined) return false;
    const annex = reading.units.get(`annex:${reference.path[0].toLowerCase()}`);
    return (
      annex !== undefined &&
      reading.phrases.sentences.some(
        (sentence) =>
          sentence.span.start >= annex.span.start &&
          sentence.span.end <= annex.span.end &&
          has(sentence.tokens, sanctionWords, { from: 0, to: sentence.tokens.length }),
      )
    );
  });
}

/** A guarantor's law is seen to; a law of the beneficiary alone is not. */
function enactsLaw(sentence: Sentence, reading: Reading): boolean {
  const { tokens } = sentence;
  const at = find(tokens, enacting);
  if (!at || !has(tokens, giving, { from: 0, to: tokens.length })) return false;
  const own = reading.bySentence.get(sentence.id) ?? [];
  const main =
    own.find((proposition) => !proposition.subordinate && proposition.at.from <= at.from && at.from < proposition.at.to) ??
    own.find((proposition) => !proposition.subordinate);
  return main === undefined || (main.actor.who !== 'beneficiary' && main.actor.who !== 'aggressor');
}

/** "The Force is authorised, from entry into force, to intercept …". */
function authorises(tokens: readonly Token[]): boolean {
  const at = find(tokens, authorised);
  return at !== null && has(tokens, commonForce, { from: 0, to: at.from });
}

const clashing = patterns(`
  permanently|perpetually neutral
  permanent|perpetual|constitutional? neutrality
  neutral state|country|status
  its|their|his neutrality
  status of neutrality
  outside|of any|all? military alliances|alliance|blocs
`);
const alliances = wordsOf('alliance|alliances|nato|bloc|blocs|atlantic|coalition|coalitions|union');
const membership = wordsOf(
  'join|joins|member|membership|accede|accession|apply|enter|seek|seeks|candidate|candidacy|stay|remain|invitation',
);
const losing = patterns(`
  belong|belongs|belonging to
  sovereignty|title of|over|to
  part|parts of the|that|its
  as russian|foreign|lost
  annexation|incorporation|loss|cession|transfer of
  new|present|actual borders|border|frontiers|frontier
`);
const bases = patterns(`
  host|hosts|accept|accepts|allow|allows|permit|permits|grant|grants military|foreign|naval|air|permanent bases|base
  foreign military? bases|base
`);

/** Duties of Ukraine that its constitution does not let it take on (RAT006; decision 20). */
export const constitutionTrait: Trait<Duty> = {
  name: 'constitution',
  facts: {
    constitutionClash: {
      type: 'text',
      doc: 'What the beneficiary promises against its own constitution; the list ships for Ukraine.',
      values: ['alliance', 'neutrality', 'territory', 'bases', 'amend', 'none'],
    },
    constitutionGuarded: {
      type: 'flag',
      doc: 'The text makes such a duty depend on lawful amendment, a referendum, or leaves the constitution untouched.',
    },
  },
  marks: { clashWords: 'The promise.' },
  read: (duty, reading) => {
    const clash = clashOf(duty, reading);
    return {
      facts: { constitutionClash: clash?.kind ?? 'none', constitutionGuarded: clash !== null && guarded(reading) },
      marks: marks({ clashWords: clash ? markAt({ sentence: duty.proposition.sentence, at: clash.at }) : null }),
    };
  },
};

function clashOf(
  duty: Duty,
  reading: Reading,
): { kind: 'alliance' | 'neutrality' | 'territory' | 'bases' | 'amend'; at: Place['at'] } | null {
  const { proposition } = duty;
  const { sentence, at, verbAt, complement, polarity } = proposition;
  const { tokens } = sentence;
  if (!isOfUkraine(duty, reading)) return null;
  if (polarity === 'permission' || polarity === 'exemption' || polarity === 'definition') return null;
  // "recognises that the districts belong to …": what is recognised stands in the clause behind it.
  const whole = { from: at.from, to: proposition.modal?.opens === 'clause' ? tokens.length : Math.min(tokens.length, at.to) };
  const words = { from: (proposition.modal ?? verbAt).from, to: Math.min(complement.to, complement.from + 14) };
  const mark = words.to > words.from ? words : verbAt;
  const constitution = has(tokens, wordsOf('constitution|constitutional'), whole);
  if (
    constitution &&
    polarity === 'positive' &&
    (proposition.action === 'amend-constitution' ||
      /^(?:enshrine|amend|write|include|insert|incorporate|change|lay|embed|anchor)$/.test(proposition.verb))
  )
    return { kind: 'amend', at: mark };
  if (polarity === 'prohibition' || proposition.action === 'abstain-from-alliance') {
    if (has(tokens, alliances, whole) && has(tokens, membership, whole) && !has(tokens, wordsOf('european'), whole))
      return { kind: 'alliance', at: mark };
  }
  if (polarity === 'prohibition') return null;
  if (
    has(
      tokens,
      wordsOf('renounce|renounces|abandon|abandons|forgo|forgoes|refrain|refrains|withdraw|drop|give|relinquish'),
      whole,
    ) &&
    has(tokens, alliances, whole) &&
    has(tokens, membership, whole)
  )
    return { kind: 'alliance', at: mark };
  if (find(tokens, clashing, whole.from, whole.to)) return { kind: 'neutrality', at: mark };
  if (proposition.action === 'cede' || proposition.action === 'recognise-loss') return { kind: 'territory', at: mark };
  if (
    /^(?:recognise|recognize|accept|acknowledge)$/.test(proposition.verb) &&
    has(
      tokens,
      wordsOf('territory|territories|districts|regions|region|oblast|oblasts|crimea|border|borders|peninsula|provinces|frontier'),
      whole,
    ) &&
    find(tokens, losing, whole.from, whole.to)
  )
    return { kind: 'territory', at: mark };
  if (find(tokens, bases, whole.from, whole.to) && !has(tokens, wordsOf('no|multinational|not'), whole))
    return { kind: 'bases', at: mark };
  return null;
}

/** Ukraine itself, or "the Beneficiary" where Ukraine is the only one; in the passive also "by Ukraine" and "the neutrality of Ukraine". */
function isOfUkraine(duty: Duty, reading: Reading): boolean {
  const { actor, sentence, at, subject } = duty.proposition;
  const { beneficiaries, parties } = reading.roles;
  const known = parties.some((party) => party.name === 'ukraine') || beneficiaries.includes('ukraine');
  const named = has(sentence.tokens, wordsOf('ukraine|ukrainian'), { from: at.from, to: at.to });
  if (!known && !named) return false;
  if (actor.name === 'ukraine') return true;
  if (actor.who === 'beneficiary') return beneficiaries.length === 0 || beneficiaries.includes('ukraine') ? known : false;
  const of = has(sentence.tokens, wordsOf('ukraine|ukrainian'), subject);
  return (actor.who === 'none' || actor.who === 'thing') && (of || (duty.proposition.passive && named));
}

const conditionsOf = wordsOf('only|if|subject|without|nothing|unless|once|provided|after|prejudice|until|depends|when');
const lawful = wordsOf(
  'amended|amendment|amendments|prejudice|contrary|referendum|procedure|procedures|rules|lawful|lawfully|conformity|affects|impairs',
);
const guards = new WeakMap<Reading, boolean>();

function guarded(reading: Reading): boolean {
  const known = guards.get(reading);
  if (known !== undefined) return known;
  const answer = reading.operative.some(({ tokens }) => {
    const all = { from: 0, to: tokens.length };
    if (has(tokens, wordsOf('referendum'), all)) return true;
    return has(tokens, wordsOf('constitution|constitutional'), all) && has(tokens, conditionsOf, all) && has(tokens, lawful, all);
  });
  guards.set(reading, answer);
  return answer;
}
