import type { Reading } from '../model.ts';
import { severalGuarantors } from '../roles.ts';
import { assuranceTrait } from './bud-assurance.ts';
import { bargainTrait } from './bud-bargain.ts';
import { positiveTrait } from './bud-positive.ts';
import { modalTrait, registerTrait } from './drafting.ts';
import { driftTrait } from './drift.ts';
import { bridgeTrait } from './dur-bridge.ts';
import { termTrait } from './dur-term.ts';
import { charterTrait } from './fin-charter.ts';
import { consentTrait, keepingTrait } from './fin-document.ts';
import { isAnswer } from './group.ts';
import { observanceTraits } from './observance.ts';
import { partyListTrait } from './party-list.ts';
import { authorityTrait } from './rat-authority.ts';
import { formulaTrait } from './rat-duty.ts';
import { areaTrait, eventCoverTrait } from './scp-cover.ts';
import { forcesTrait } from './scp-forces.ts';
import { markOf, marks, type SubjectKind, type Trait } from './trait.ts';

/** Kind, register, parties and the sum of the duties (catalogue A.1, decisions 6 to 8). */
const identityTrait: Trait<Reading> = {
  name: 'identity',
  plain: true,
  facts: {
    kind: {
      type: 'text',
      doc: 'Kind of the document (A.1, decision 6).',
      values: [
        'framework-guarantee',
        'bilateral-guarantee',
        'neutrality-guarantee',
        'mutual-defence',
        'ceasefire',
        'monitoring',
        'force-status',
        'operational-annex',
        'economic',
        'peace-settlement',
        'political-declaration',
        'unilateral',
        'resolution',
        'non-aggression',
        'amending',
        'other',
      ],
    },
    kindSure: { type: 'flag', doc: 'The kind is declared or plain from title and content.' },
    style: { type: 'text', doc: 'Register (0.2, B.4).', values: ['treaty', 'mou', 'statement', 'unknown'] },
    declaredStyle: { type: 'flag', doc: 'The front matter declares the style.' },
    status: { type: 'text', doc: 'Stage of the text.', values: ['draft', 'final', 'signed', 'in-force'] },
    completeness: {
      type: 'text',
      doc: 'Whole text, excerpt, or articles only (decision 6).',
      values: ['full', 'excerpt', 'articles-only'],
    },
    annexed: { type: 'flag', doc: 'The text names a parent instrument in its front matter.' },
    parties: { type: 'number', doc: 'Parties named.' },
    guarantors: { type: 'number', doc: 'Guarantors named; 0 when unknown.' },
    severalGuarantors: { type: 'flag', doc: 'More than one guarantor.' },
    aggressorKnown: { type: 'flag', doc: 'An aggressor is known (0.3).' },
    groups: { type: 'number', doc: 'Trigger groups that answer an attack or a violation.' },
    coreDuties: { type: 'number', doc: 'Core duties (0.5), permissions left out.' },
    coreForce: { type: 'number', doc: 'Highest force of a core duty; -1 without one.' },
    militaryDuties: { type: 'number', doc: 'Core duties of a military class.' },
    promisesSecurity: {
      type: 'flag',
      doc: 'The text promises security: a trigger group, a core duty of support, or the words of a guarantee or assurance.',
    },
  },
  marks: { title: 'The title.' },
  read: (reading) => {
    const core = reading.duties.filter((duty) => isAnswer(duty) && duty.proposition.polarity !== 'permission');
    const title = reading.outline.title;
    const sentence = title ? reading.phrases.sentences.find((one) => one.block === title) : undefined;
    const groups = reading.groups.filter((group) => group.class === 'attack' || group.class === 'violation').length;
    return {
      facts: {
        kind: reading.kind,
        kindSure: reading.kindSure,
        style: reading.style,
        declaredStyle: reading.frontMatter.style !== undefined,
        status: reading.frontMatter.status ?? 'draft',
        completeness: reading.frontMatter.completeness ?? 'full',
        annexed: reading.frontMatter.parent !== undefined,
        parties: reading.roles.parties.length,
        guarantors: reading.roles.guarantorCount,
        severalGuarantors: severalGuarantors(reading.roles),
        aggressorKnown: reading.roles.aggressors.length > 0,
        groups,
        coreDuties: core.length,
        coreForce: core.reduce((most, duty) => Math.max(most, duty.proposition.force), -1),
        militaryDuties: core.filter((duty) => duty.proposition.actionClass === 'military').length,
        promisesSecurity:
          groups > 0 ||
          core.some(
            (duty) => duty.proposition.actionClass === 'military' || duty.proposition.actionClass === 'military-support',
          ) ||
          /guarant|assuranc/.test(title?.text.toLowerCase() ?? ''),
      },
      marks: marks({ title: sentence ? markOf(sentence, { from: 0, to: sentence.tokens.length }) : null }),
    };
  },
};

/** The draft as a whole. */
export const documentKind: SubjectKind<Reading> = {
  kind: 'document',
  doc: 'The draft as a whole.',
  items: (reading) => [reading],
  about: (reading) => {
    const title = reading.outline.title;
    const start = title ? title.source[0]! : 0;
    const end = title ? title.source[title.text.length]! : Math.min(reading.outline.text.length, 1);
    return { id: 'document', clause: null, group: null, span: { start, end }, confidence: 'explicit' };
  },
  traits: [
    assuranceTrait,
    positiveTrait,
    bargainTrait,
    eventCoverTrait,
    areaTrait,
    forcesTrait,
    consentTrait,
    keepingTrait,
    charterTrait,
    authorityTrait,
    formulaTrait,
    identityTrait,
    registerTrait,
    modalTrait,
    driftTrait,
    partyListTrait,
    bridgeTrait,
    termTrait,
    ...observanceTraits,
  ],
};
