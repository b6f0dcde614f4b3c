import type { Proposition } from './model.ts';
import { findSequence, findWord, sequences, wordSet } from './scan.ts';

/** Trade, travel, post and household affairs: what no guarantee hangs on. */
const words =
  wordSet(`invoice invoices tariff tariffs customs goods mail post parcels visa visas travel families dependants pensions pension
  salaries salary wages rent fees tuition students culture cultural tourism holidays uniforms accommodation housing schools
  languages language sports archives patents taxes tax`);
const phrases = sequences(`
  speed limits
  speed limit
  (free|road|rail|commercial|civil) (transit|traffic)
  rules of the road
  driving licences`);

/** The object of the clause, or the subject of a passive one, is such an affair. Looks at a few words. */
export function isSideMatter({ sentence, passive, subject, complement }: Proposition): boolean {
  const range = passive ? subject : { from: complement.from, to: Math.min(complement.to, complement.from + 14) };
  return findWord(sentence.tokens, range, words) >= 0 || findSequence(sentence.tokens, range, phrases) !== null;
}
