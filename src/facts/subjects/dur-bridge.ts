import type { Range, Sentence, Token } from '#phrases';
import type { Reading } from '../model.ts';
import { findSequence, findWord, sequences, wordSet } from '../scan.ts';
import { markOf, marks, type Trait } from './trait.ts';

const joining = sequences(`
(join|joins|joining|accede|acceding|accedes|accession|adhere|adhering|adherence|membership|admission|admit|admitted|admitting|admits)
(become|becoming|be|remain|is|being|becomes) (a|) (member|members|party|parties)
(enter|entering|enters) (into|)
(participate|participating|participation)
(seek|seeking|seeks|apply|applying|applies|application) (for|) (membership|accession|admission|to)
(conclude|concluding|form|forming)
(integrate|integration|integrating) into`);
const alliances = sequences(`
alliance
alliances
nato
north atlantic
(military|defence|defense|military-political|political-military|armed) (bloc|blocs|pact|pacts|union|unions|coalition|coalitions|organisation|organisations|organization|organizations|association|associations)
(collective|mutual) (defence|defense) (organisation|organisations|organization|organizations|treaty|treaties|pact|pacts|arrangement|arrangements)
blocs
bloc`);
const barring = sequences(`
(shall|will|may|must|should|can|does|do|is|undertakes|undertake|agrees|agree|pledges|promises|commits|obliges|accepts|decides|and|or|to) not
(refrain|refrains|refraining|abstain|abstains|abstaining|renounces|renounce|renouncing|forgo|forgoes|forgoing|forswears|forego|foregoes|desist|desists|abandon|abandons|waives|waive|withdraws|drops|drop)
(neither|never|cannot)
(rules|rule|ruled) out
(exclude|excludes|excluding|preclude|precludes|precluding|prohibit|prohibits|prohibiting|forbid|forbids|bar|bars)
(no|not) (longer|)`);
const barred = sequences(`
(is|are|be|remain|remains|stays|stay) (excluded|prohibited|precluded|barred|forbidden|suspended|closed)
(is|are) (not|ruled) (foreseen|envisaged|permitted|allowed|out|possible|available|open)
(shall|will|may) not be (sought|pursued|offered|granted|considered|admitted|open|requested)
off the table
ruled out`);
const outside = sequences(`
(remain|remains|stay|stays|stand|stands|keep|keeps) (outside|out) (of|any|all|) 
status of non-alignment
(non-aligned|nonaligned|non-bloc) status
permanently (non-aligned|neutral) and`);
const leaving = sequences(`
(does|do|shall|will|may|can) not (affect|prejudice|preclude|prevent|limit|impair|restrict|exclude|hinder|impede|bar|delay|diminish|replace|substitute)
without prejudice
nothing in
nothing (here|herein)
no (provision|article|clause) of
stands? in the way
in the way of
not (a|intended as a|meant as a) substitute
(in|no) (place|lieu|substitute) (of|for)
the right (of|to)
free to`);
const hindering = wordSet(
  'obstruct oppose prevent hinder veto block impede exclude preclude delay object restrict limit affect prejudice make conditional refuse deny',
);
const admitting = sequences(`
(shall|will|may|undertakes|agrees|does|to) not (admit|accept|invite|enlarge|expand|offer)
(refrain|refrains) from (admitting|accepting|inviting|offering|expanding|enlarging)
(no|any) (invitation|enlargement|expansion|admission)`);
const against = wordSet('against directed hostile opposed aimed');
const openKinds: ReadonlySet<Reading['kind']> = new Set([
  'framework-guarantee',
  'bilateral-guarantee',
  'neutrality-guarantee',
  'peace-settlement',
  'political-declaration',
  'ceasefire',
]);

/** "shall not become a member of any military alliance", "membership of the Alliance is ruled out": words that close the bridge (DUR005 a). */
function banIn({ tokens, own }: Sentence): Range | null {
  const all = { from: 0, to: tokens.length };
  if (findSequence(tokens, all, leaving)) return null;
  for (let i = own; i < tokens.length; i++) {
    const join = findSequence(tokens, { from: i, to: tokens.length }, joining);
    if (!join) break;
    i = join.from;
    const object = findSequence(tokens, { from: join.from, to: Math.min(tokens.length, join.to + 9) }, alliances);
    if (!object || findWord(tokens, { from: object.to, to: object.to + 4 }, against) >= 0) continue;
    const before = lastOf(tokens, { from: Math.max(0, join.from - 12), to: join.from + 1 });
    if (before && findWord(tokens, { from: before.to, to: join.from }, hindering) < 0 && !doubled(tokens, before))
      return { from: before.from, to: object.to };
    const after = findSequence(tokens, { from: object.to, to: Math.min(tokens.length, object.to + 9) }, barred);
    if (after) return { from: join.from, to: after.to };
  }
  const refused = findSequence(tokens, all, admitting);
  const refuser = refused
    ? findSequence(tokens, { from: Math.max(0, refused.from - 8), to: Math.min(tokens.length, refused.to + 10) }, alliances)
    : null;
  if (refused && refuser) return { from: Math.min(refused.from, refuser.from), to: Math.max(refused.to, refuser.to) };
  const out = findSequence(tokens, all, outside);
  const kept = out ? findSequence(tokens, { from: out.to, to: Math.min(tokens.length, out.to + 5) }, alliances) : null;
  return out && kept ? { from: out.from, to: kept.to } : null;
}

/** The last word of barring before the verb, in the same clause. */
function lastOf(tokens: readonly Token[], range: Range): Range | null {
  let from = range.from;
  for (let i = range.from; i < range.to; i++) if (tokens[i]!.word === ';') from = i + 1;
  return findSequence(tokens, { from, to: range.to }, barring);
}

/** "does not exclude", "shall not rule out": a ban that is denied. */
function doubled(tokens: readonly Token[], at: Range): boolean {
  return (
    /^(?:exclu|preclu|prohib|forbid|bar|rule)/.test(tokens[at.from]!.word) &&
    findWord(tokens, { from: at.from - 3, to: at.from }, wordSet('not no nothing never')) >= 0
  );
}

const membership = wordSet('accession accede accedes join joins joining membership member members admission');

/** The text speaks of the way to an alliance or a union: some sentence joins membership to one of them. */
function speaksOfMembership(sentences: readonly Sentence[]): boolean {
  return sentences.some(({ tokens, own }) => {
    const all = { from: own, to: tokens.length };
    return (
      findWord(tokens, all, membership) >= 0 &&
      (findSequence(tokens, all, alliances) !== null || findWord(tokens, all, wordSet('union eu accession')) >= 0)
    );
  });
}

/** The way to a stronger guarantee (DUR005). True flags may be joined over sister documents. */
export const bridgeTrait: Trait<Reading> = {
  name: 'bridge',
  facts: {
    bridgeClosed: { type: 'flag', doc: 'The text forbids membership of an alliance.' },
    bridgeChosen: { type: 'flag', doc: 'It does so in a treaty of neutrality in which no aggressor is known.' },
    bridgeSpoken: { type: 'flag', doc: 'The text says how it stands to membership of an alliance or a union.' },
  },
  marks: { banWords: 'The words that forbid membership.' },
  read: (reading) => {
    let found: { sentence: Sentence; at: Range } | null = null;
    if (openKinds.has(reading.kind))
      for (const sentence of reading.operative) {
        const at = banIn(sentence);
        if (!at) continue;
        found = { sentence, at };
        break;
      }
    return {
      facts: {
        bridgeClosed: found !== null,
        bridgeChosen:
          found !== null &&
          reading.kind === 'neutrality-guarantee' &&
          reading.roles.aggressors.length === 0 &&
          !reading.roles.beneficiaries.includes('ukraine'),
        bridgeSpoken: found !== null || speaksOfMembership(reading.operative),
      },
      marks: marks({ banWords: found ? markOf(found.sentence, found.at) : null }),
    };
  },
};
