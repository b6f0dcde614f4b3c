import type { Mark } from '#base';
import type { Duty, Reading } from '../model.ts';
import { titleOf } from '../roles.ts';
import { titleStyle } from '../style.ts';
import { homeArticle } from '../triggers.ts';
import { markOf, marks, type Trait } from './trait.ts';

/** Words that only an MoU, or only a treaty, would use for itself (B.4). */
const mouOnly = new Set([
  'participants',
  'have decided as follows',
  'have reached the following understanding',
  'come into effect',
  'comes into effect',
  'will come into effect',
  'come into operation',
  'comes into operation',
  'equal validity',
  'equally valid',
  'jointly decide',
  'not legally binding',
  'does not create',
  'continue to have effect',
  'continues to have effect',
]);
const treatyOnly = new Set([
  'enter into force',
  'enters into force',
  'ratification',
  'ratified',
  'equally authentic',
  'depositary',
  'instruments of',
  'accession',
  'registered with',
  'denunciation',
  'obligations',
  'undertake',
  'undertakes',
  'contracting parties',
  'parties',
]);

const withIntent = new Set([...mouOnly, 'intend', 'intends', 'participant', 'arrangement']);

/** "comes into effect" and "will come into effect" are one marker, "intend" and "intends" too. */
function oneOfEach<T>(list: (readonly [string, T])[]): (readonly [string, T])[] {
  const seen = new Set<string>();
  return list.filter(([word]) => {
    const key = word
      .replace(/^will /, '')
      .replace(/s\b/g, '')
      .replace('operation', 'effect');
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Register against title (DRF009, decision 7). */
export const registerTrait: Trait<Reading> = {
  name: 'register',
  facts: {
    titleStyle: {
      type: 'text',
      doc: 'Register that the title alone announces; empty where none.',
      values: ['', 'treaty', 'mou', 'statement'],
    },
    mouMarkers: { type: 'number', doc: 'Distinct words of an MoU about itself (B.4).' },
    treatyMarkers: { type: 'number', doc: 'Distinct words of a treaty about itself (B.4).' },
    participants: { type: 'flag', doc: 'The text calls its parties Participants.' },
    mouWeight: { type: 'number', doc: 'MoU words counted, each at most three times.' },
    mouWords: { type: 'text', doc: 'The MoU words, joined by commas.' },
    treatyWords: { type: 'text', doc: 'The treaty words, joined by commas.' },
  },
  marks: { mouWord: 'First MoU word.', treatyWord: 'First treaty word.' },
  read: (reading) => {
    const pick = (map: ReadonlyMap<string, { start: number; end: number; count: number }>, set: ReadonlySet<string>) =>
      [...map].filter(([word]) => set.has(word)).sort((a, b) => a[1].start - b[1].start);
    const participants = reading.vote.mou.has('participants') || reading.vote.mou.has('participant');
    const mou = oneOfEach(pick(reading.vote.mou, participants ? withIntent : mouOnly));
    const treaty = pick(reading.vote.treaty, treatyOnly);
    const place = (list: readonly (readonly [string, { start: number; end: number }])[]): Mark | null =>
      list[0] ? { start: list[0][1].start, end: list[0][1].end, confidence: 'explicit' } : null;
    return {
      facts: {
        titleStyle: titleStyle(titleOf(reading.outline)) ?? '',
        mouMarkers: mou.length,
        treatyMarkers: treaty.length,
        participants,
        mouWeight: mou.reduce((sum, [, { count }]) => sum + Math.min(3, count), 0),
        mouWords: mou.map(([word]) => word).join(', '),
        treatyWords: treaty.map(([word]) => word).join(', '),
      },
      marks: marks({ mouWord: place(mou), treatyWord: place(treaty) }),
    };
  },
};

type Form = 'shall' | 'will' | 'must' | 'other';

function formOf(duty: Duty): Form | null {
  const { modal, polarity, relative, context } = duty.proposition;
  if (!modal || polarity !== 'positive' || relative || context === 'final-clause') return null;
  const first = modal.form.split(' ')[0]!;
  if (first === 'shall' || /^undertak/.test(first)) return 'shall';
  return first === 'will' || first === 'must' ? first : modal.force >= 2 && modal.force <= 6 ? 'other' : null;
}

const partyLike = new Set(['guarantor', 'party', 'beneficiary', 'aggressor']);
const weight: Readonly<Record<Form, number>> = { shall: 3, must: 3, will: 2, other: 1 };

/** The modals of duties (DRF005, decision 46). */
export const modalTrait: Trait<Reading> = {
  name: 'modals',
  facts: {
    partyDuties: { type: 'number', doc: 'Duties with party subjects that carry a modal.' },
    minorityShare: {
      type: 'number',
      doc: 'Share of the rarer of shall and will among them, in per cent; 0 where only one occurs.',
    },
    guarantorsWeaker: {
      type: 'flag',
      doc: 'Most duties of guarantors stand in a weaker modal than most duties of the beneficiary.',
    },
    oneActionTwoModals: {
      type: 'flag',
      doc: 'Guarantors owe one kind of action in "shall" here and in "will" there, in one article.',
    },
    mustBesideShall: { type: 'flag', doc: '"Must" beside "shall" for duties of parties.' },
  },
  marks: {
    rareModal: 'A duty in the rarer modal.',
    weakModal: 'A duty of a guarantor in the weaker modal.',
    secondModal: 'The second of two modals for one action.',
  },
  read: (reading) => {
    const list = reading.duties.flatMap((duty) => {
      const form = partyLike.has(duty.proposition.actor.who) ? formOf(duty) : null;
      return form ? [{ duty, form }] : [];
    });
    const count = (form: Form): number => list.filter((one) => one.form === form).length;
    const shall = count('shall');
    const will = count('will');
    const must = count('must');
    const rare: Form = shall <= will ? 'shall' : 'will';
    const rarest = list.find((one) => one.form === (must > 0 && shall > 0 ? 'must' : rare));
    const side = (who: 'guarantor' | 'beneficiary'): { form: Form; first: Duty } | null => {
      const own = list.filter((one) => one.duty.proposition.actor.who === who && !one.duty.proposition.actor.includesBeneficiary);
      if (own.length === 0) return null;
      const best = (['shall', 'will', 'must', 'other'] as const)
        .map((form) => ({ form, n: own.filter((one) => one.form === form).length }))
        .sort((a, b) => b.n - a.n)[0]!;
      return best.n * 3 >= own.length * 2 ? { form: best.form, first: own.find((one) => one.form === best.form)!.duty } : null;
    };
    const guarantor = side('guarantor');
    const beneficiary = side('beneficiary');
    const weaker = guarantor !== null && beneficiary !== null && weight[guarantor.form] < weight[beneficiary.form];
    const twin = twoModals(list);
    const mark = (duty: Duty | undefined | null): Mark | null =>
      duty?.proposition.modal
        ? markOf(duty.proposition.sentence, {
            from: duty.proposition.modal.from,
            to: Math.max(duty.proposition.modal.to, duty.proposition.verbAt.to),
          })
        : null;
    return {
      facts: {
        partyDuties: list.length,
        minorityShare: shall + will === 0 ? 0 : Math.round((100 * Math.min(shall, will)) / (shall + will)),
        guarantorsWeaker: weaker,
        oneActionTwoModals: twin !== null,
        mustBesideShall: must > 0 && shall > 0,
      },
      marks: marks({ rareModal: mark(rarest?.duty), weakModal: mark(weaker ? guarantor?.first : null), secondModal: mark(twin) }),
    };
  },
};

function twoModals(list: readonly { readonly duty: Duty; readonly form: Form }[]): Duty | null {
  const seen = new Map<string, Form>();
  for (const { duty, form } of list) {
    const { proposition } = duty;
    if (!duty.core || proposition.actor.who !== 'guarantor' || (form !== 'shall' && form !== 'will')) continue;
    const key = `${homeArticle(proposition.clause).id}:${proposition.action}:${proposition.verb}`;
    const known = seen.get(key);
    if (known && known !== form) return duty;
    seen.set(key, form);
  }
  return null;
}
