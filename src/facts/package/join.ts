import type { FactValue, Subject } from '#base';
import { withFacts } from '../subjects/trait.ts';
import type { Package } from './model.ts';

/** Flags of the document that a sister draft can make true: what one text lacks, another has (0.8). */
const provided: readonly string[] = [
  'watchProvided',
  'attributionProvided',
  'attributionTimed',
  'findingLinked',
  'consequenceProvided',
  'defaultProvided',
  'answersAttack',
  'answersForces',
  'coversForces',
  'present',
  'forceMayFight',
  'guarantorFights',
  'fightPurpose',
];

/** Facts of the term and the final clauses that an annex or protocol takes from the text that it belongs to. */
const inherited: readonly string[] = ['annexed'];

/** Lists of what is missing, with their counts: what one draft gives is missing in none. */
const missing: Readonly<Record<string, string>> = {
  commandLacks: 'commandLacksCount',
  readinessLacks: 'readinessLacksCount',
};

/** The subjects of each draft, with what its sisters provide; a draft alone is left as it is. */
export function joinSisters(subjects: readonly (readonly Subject[])[], pack: Package): readonly (readonly Subject[])[] {
  if (pack.alone) return subjects;
  const documents = subjects.flatMap((each) => each.filter(({ kind }) => kind === 'document'));
  const true_ = provided.filter((name) => documents.some(({ facts }) => facts[name] === true));
  const joined: Record<string, FactValue> = Object.fromEntries(true_.map((name) => [name, true]));
  for (const [name, count] of Object.entries(missing)) {
    const lists = documents.map(({ facts }) => facts[name]).filter((list): list is string[] => Array.isArray(list));
    const left = (lists[0] ?? []).filter((one) => lists.every((list) => list.includes(one)));
    joined[name] = left;
    joined[count] = left.length;
  }
  const given = Object.keys(joined);
  return subjects.map((each, n) => {
    const belongs = pack.drafts[n] !== pack.lead;
    return each.map((subject) => {
      const facts: Record<string, FactValue> = {};
      if (subject.kind === 'document') for (const name of given) if (name in subject.facts) facts[name] = joined[name]!;
      if (belongs) for (const name of inherited) if (name in subject.facts) facts[name] = true;
      return Object.keys(facts).length === 0 ? subject : withFacts(subject, facts);
    });
  });
}
