import type { Confidence } from '#base';
import type { Range, Token } from '#phrases';
import type { Actor, Roles } from './model.ts';
import {
  beneficiaryAdjectives,
  bodies,
  guarantorAdjectives,
  organs,
  outsiders,
  partyClasses,
  pronouns,
  thirdBodies,
} from './names.ts';
import { wordSet } from './scan.ts';
import { verbAt } from './verbs.ts';
import { determiners, prepositions, quantifiers } from './words.ts';

const nobody = (at: Range): Actor => ({
  who: at.to > at.from ? 'thing' : 'none',
  name: '',
  organ: '',
  mode: 'unspecified',
  includesBeneficiary: false,
  includesAggressor: false,
  at,
  confidence: 'explicit',
});

/** Words that tell whether a plural subject is bound one by one or all together (OBL006). */
const severally = new Set(['each', 'every', 'individually', 'severally', 'separately', 'either', 'any']);
const together = new Set(['jointly', 'collectively', 'together', 'concert', 'common']);

/**
 * Who a noun phrase means (catalogue 0.3, A.2). Takes the tokens, the phrase and the roles; `before` is the actor of the clause
 * before, for pronouns. The head of the phrase decides: "an armed attack on the Beneficiary" is a thing, not the Beneficiary.
 */
export function resolveActor(
  tokens: readonly Token[],
  at: Range,
  roles: Roles,
  before: Actor | null,
  clauseAt: Range = at,
): Actor {
  let blocked = false;
  for (let i = at.from; i < at.to; i++) {
    const word = tokens[i]!.word;
    if (prepositions.has(word)) {
      const last = tokens[i - 1]?.word ?? '';
      blocked = !(word === 'of' && i > at.from && quantifiers.has(last));
      if (word === 'between' && i === at.from) blocked = true;
      continue;
    }
    if (word === ',' || word === 'and' || word === 'or') continue;
    if (blocked) continue;
    const actor = actorAt(tokens, i, at, roles, before);
    if (!actor) continue;
    return withMode(actor, tokens, clauseAt, at);
  }
  return properName(tokens, at) ?? plainBody(tokens, at) ?? nobody(at);
}

/** Capitalised words that name a thing, not a State. */
const things = new Set(
  `treaty agreement memorandum protocol annex article articles section part chapter charter convention pact declaration preamble appendix
   schedule table plan notice finding armed attack trigger time force forces fund zone line ceasefire area map measure measures instrument
   instruments assistance aid support deployment sanctions war peace notification notifications consultations guarantee guarantees
   deposit ratification accession reservations amendments disputes nothing english french russian ukrainian text texts done territory`.split(
    /\s+/,
  ),
);
const realms =
  /^(?:republic|kingdom|federation|commonwealth|confederation|union|emirate|sultanate|principality|duchy|state|provinces|cantons|government)$/;

/**
 * A State that the text does not introduce: "Brenn shall", "the Confederation of Aldmark undertakes". A single name has no determiner;
 * a name with one begins with a word for a realm.
 */
function properName(tokens: readonly Token[], at: Range): Actor | null {
  let from = at.from;
  const determined = tokens[from]?.word === 'the';
  if (determined) from++;
  const first = tokens[from];
  if (!first?.capital || first.kind !== 'word' || first.word.length < 3 || things.has(first.word) || determiners.has(first.word))
    return null;
  if (pronouns.has(first.word) || bodies.has(first.word) || organs.has(first.word) || prepositions.has(first.word)) return null;
  let realm = false;
  for (let i = from; i < at.to; i++) {
    const token = tokens[i]!;
    if (realms.test(token.word)) realm = true;
    if (token.word === 'and' || token.word === ',') {
      if (!tokens[i + 1]?.capital && tokens[i + 1]?.word !== 'the') return null;
      continue;
    }
    if (token.word === 'of' || token.word === 'the') continue;
    if (!token.capital || token.kind !== 'word' || things.has(token.word)) return null;
  }
  if (determined ? !realm : !realm && at.to - from > 1 && !joined(tokens, from, at.to)) return null;
  const several = joined(tokens, from, at.to);
  return {
    ...nobody(at),
    who: 'party',
    name: tokens
      .slice(from, at.to)
      .map((token) => token.word)
      .join(' '),
    mode: several ? 'collective' : 'individual',
    at: { from, to: at.to },
    confidence: 'inherited',
  };
}

const plainBodies = new Set(
  'mission commission committee panel secretariat tribunal monitors observers force inspectors taskforce'.split(' '),
);

/** "A European force", "a joint commission": a body without a capital at the head of the subject. */
function plainBody(tokens: readonly Token[], at: Range): Actor | null {
  if (!determiners.has(tokens[at.from]?.word ?? '')) return null;
  let to = at.from + 1;
  while (to < at.to && to < at.from + 6 && !prepositions.has(tokens[to]!.word) && tokens[to]!.kind === 'word') to++;
  const head = tokens[to - 1]!;
  if (!plainBodies.has(head.word) || /^(?:armed|military|of)$/.test(tokens[to - 2]?.word ?? '')) return null;
  return { ...nobody(at), who: 'organ', name: head.word, mode: 'organ', at: { from: at.from, to }, confidence: 'inferred' };
}

function joined(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (tokens[i]!.word === 'and') return true;
  return false;
}

/** The actor named anywhere in a range, prepositions or not: for agents ("by the Guarantors") and judges. */
export function actorWithin(tokens: readonly Token[], at: Range, roles: Roles, before: Actor | null): Actor | null {
  // A sentence may begin with the words that were asked about.
  for (let i = Math.max(0, at.from); i < Math.min(at.to, tokens.length); i++) {
    const actor = actorAt(tokens, i, at, roles, before);
    if (actor) return withMode(actor, tokens, at, at);
  }
  return null;
}

/** Agent of a passive: "shall be provided by the Guarantors". */
export function agentOf(tokens: readonly Token[], complement: Range, roles: Roles, before: Actor | null): Actor | null {
  const most = Math.min(complement.to, complement.from + 40);
  for (let i = complement.from; i < most; i++) {
    const word = tokens[i]!.word;
    if (word === ';' || word === 'which' || word === 'that' || word === 'who' || word === 'if') return null;
    if (word !== 'by') continue;
    let to = i + 1;
    while (
      to < complement.to &&
      to < i + 10 &&
      tokens[to]!.kind !== 'mark' &&
      (to === i + 1 || tokens[to]!.word === 'of' || !prepositions.has(tokens[to]!.word))
    )
      to++;
    const actor = resolveActor(tokens, { from: i + 1, to }, roles, before);
    if (actor.who !== 'thing' && actor.who !== 'none') return actor;
  }
  return null;
}

function actorAt(tokens: readonly Token[], i: number, at: Range, roles: Roles, before: Actor | null): Actor | null {
  const token = tokens[i]!;
  const word = token.word;
  const base = { organ: '', includesBeneficiary: false, includesAggressor: false, confidence: 'explicit' as Confidence };
  for (const body of thirdBodies) {
    if (matches(tokens, i, body)) {
      if (body[0] === 'united' && roles.organs.has('united nations')) continue;
      return { ...base, who: 'third-body', name: body.join(' '), mode: 'third-body', at: { from: i, to: i + body.length } };
    }
  }
  for (const name of outsiders) {
    if (!matches(tokens, i, name)) continue;
    const defined = roles.classes.get(name[name.length - 1]!);
    if (defined) break;
    if (name.length === 1 && tokens[i + 1]?.word === 'of') break;
    return { ...base, who: 'outside', name: name.join(' '), mode: 'unspecified', at: { from: i, to: i + name.length } };
  }
  const named = partyAt(tokens, i, roles);
  if (named) {
    const who = roleOf(named.name, roles);
    const after = tokens[named.to];
    if (after?.word === "'s" && tokens[named.to + 1] && organs.has(tokens[named.to + 1]!.word)) {
      return {
        ...base,
        who,
        name: named.name,
        organ: tokens[named.to + 1]!.word,
        mode: 'individual',
        at: { from: i, to: named.to + 2 },
      };
    }
    // A comma begins a list only where a name follows: "Karelby, for its part," is one State.
    const next = tokens[named.to + 1];
    const several =
      tokens[named.to]?.word === 'and' || (tokens[named.to]?.word === ',' && (next?.capital === true || next?.word === 'the'));
    return { ...base, who, name: named.name, mode: several ? 'collective' : 'individual', at: { from: i, to: named.to } };
  }
  const known = roles.classes.get(word);
  const general = partyClasses.get(word);
  if (known || general) {
    const adjective = tokens[i - 1]?.word ?? '';
    let role: Actor['who'] = (known as Actor['who']) ?? (general as Actor['who']) ?? 'party';
    if (guarantorAdjectives.has(adjective)) role = 'guarantor';
    else if (beneficiaryAdjectives.has(adjective)) role = 'beneficiary';
    else if (adjective === 'attacking' || adjective === 'aggressor') role = 'aggressor';
    if (!known && general === 'party' && !token.capital && !/^(?:part|participant|side|signator|state|power)/.test(word))
      return null;
    if (
      !known &&
      (word === 'state' ||
        word === 'states' ||
        word === 'power' ||
        word === 'powers' ||
        word === 'member' ||
        word === 'members') &&
      role === 'party' &&
      !token.capital
    )
      return null;
    if (
      tokens[i + 1]?.word === 'state' ||
      tokens[i + 1]?.word === 'states' ||
      tokens[i + 1]?.word === 'powers' ||
      tokens[i + 1]?.word === 'power'
    ) {
      if (role === 'guarantor' || role === 'beneficiary')
        return {
          ...base,
          who: role,
          name: '',
          mode: plural(tokens[i + 1]!.word) ? 'collective' : 'individual',
          at: { from: i, to: i + 2 },
        };
    }
    const many = plural(word);
    const group = role === 'party' && many;
    if (tokens[i + 1]?.word === "'s" && tokens[i + 2] && organs.has(tokens[i + 2]!.word)) {
      return { ...base, who: role, name: '', organ: tokens[i + 2]!.word, mode: 'individual', at: { from: i, to: i + 3 } };
    }
    return {
      ...base,
      who: role,
      name: '',
      mode: many ? 'collective' : 'individual',
      includesBeneficiary: group && roles.beneficiaries.length > 0 && !roles.mutual,
      includesAggressor: (group || role === 'guarantor') && classHasAggressor(roles, role),
      at: { from: i, to: i + 1 },
    };
  }
  if (roles.organs.has(word) && (token.capital || determiners.has(tokens[i - 1]?.word ?? ''))) {
    return { ...base, who: 'organ', name: word, mode: 'organ', at: { from: i, to: i + 1 } };
  }
  if (organs.has(word)) {
    const owner = ownerOf(tokens, i, at, roles, before);
    if (owner) return { ...owner, organ: word, at: { from: i, to: i + 1 } };
    if (token.capital && !bodies.has(word))
      return { ...base, who: 'party', name: '', organ: word, mode: 'individual', at: { from: i, to: i + 1 } };
    return null;
  }
  if (bodies.has(word) && (token.capital || roles.organs.has(word))) {
    return { ...base, who: 'organ', name: word, mode: 'organ', at: { from: i, to: i + 1 } };
  }
  if (
    (word === 'other' || word === 'others') &&
    i === at.to - 1 &&
    i > at.from &&
    /^(?:the|each|every|all)$/.test(tokens[i - 1]!.word)
  ) {
    return {
      ...base,
      who: 'party',
      name: '',
      mode: word === 'other' ? 'individual' : 'collective',
      at: { from: i, to: i + 1 },
      confidence: 'inherited',
    };
  }
  if (pronouns.has(word)) {
    // "our intention": whose it is, where the range names nobody else.
    const owns = (word === 'our' || word === 'my') && at.to - at.from === 1;
    if (word === 'we' || word === 'i' || owns) {
      const who = roles.guarantors.length > 0 && roles.beneficiaries.length > 0 ? 'guarantor' : 'party';
      return {
        ...base,
        who,
        name: '',
        mode: word === 'i' || word === 'my' ? 'individual' : 'collective',
        at: { from: i, to: i + 1 },
      };
    }
    if (word === 'our' || word === 'my') return ourPeople(tokens, i, at, roles);
    if (word === 'latter') return latterBefore(tokens, i, roles);
    if (
      (word === 'it' || word === 'they' || word === 'each' || word === 'both' || word === 'neither' || word === 'none') &&
      before &&
      before.who !== 'thing' &&
      before.who !== 'none'
    ) {
      if (word === 'each' && tokens[i + 1]?.kind === 'word' && tokens[i + 1]!.word !== 'of' && i + 1 < at.to) return null;
      return { ...before, mode: word === 'each' ? 'each' : before.mode, at: { from: i, to: i + 1 }, confidence: 'inherited' };
    }
  }
  return null;
}

const peoples = wordSet(
  'governments government countries country nations nation states administration administrations armed forces',
);

/** "our governments", "our three nations": those who speak. */
function ourPeople(tokens: readonly Token[], i: number, at: Range, roles: Roles): Actor | null {
  for (let j = i + 1; j < Math.min(at.to, i + 4); j++) {
    const { word } = tokens[j]!;
    if (prepositions.has(word) || word === "'s" || word === 'and') return null;
    if (!peoples.has(word) || tokens[j + 1]?.word === "'" || tokens[j + 1]?.word === "'s") continue;
    const who = roles.guarantors.length > 0 && roles.beneficiaries.length > 0 ? 'guarantor' : 'party';
    return { ...nobody({ from: i, to: j + 1 }), who, mode: plural(word) ? 'collective' : 'individual' };
  }
  return null;
}

/** Farthest a word stands from the owner that "of" names. */
const OWNER_REACH = 10;

/** "at the request of either Participant, the latter shall": the actor named last before. */
function latterBefore(tokens: readonly Token[], at: number, roles: Roles): Actor | null {
  for (let i = at - 2; i >= Math.max(0, at - 40); i--) {
    // "the forces of the latter": whose they are is what is asked here.
    if (pronouns.has(tokens[i]!.word) || belongsTo(tokens, i, at)) continue;
    const actor = actorAt(tokens, i, { from: i, to: at }, roles, null);
    if (actor) return { ...actor, at: { from: at, to: at + 1 }, confidence: 'inherited' };
  }
  return null;
}

function belongsTo(tokens: readonly Token[], i: number, owner: number): boolean {
  if (tokens[i + 1]?.word !== 'of' || owner - i > OWNER_REACH) return false;
  for (let j = i + 2; j < owner; j++) if (tokens[j]!.kind === 'mark') return false;
  return true;
}

function matches(tokens: readonly Token[], i: number, words: readonly string[]): boolean {
  return (
    words.every((word, n) => tokens[i + n]?.word === word) &&
    (words.length > 1 || tokens[i]!.capital || words[0] === 'partners' || words[0] === 'allies')
  );
}

/** Longest party name that begins at a token. */
export function partyAt(tokens: readonly Token[], i: number, roles: Roles): { name: string; to: number } | null {
  if (!tokens[i]!.capital) return null;
  let best: { name: string; to: number } | null = null;
  for (const party of roles.parties) {
    for (const alias of party.aliases) {
      const words = alias.split(' ');
      if (words[0] !== tokens[i]!.word) continue;
      if (words.every((word, n) => tokens[i + n]?.word === word) && (!best || i + words.length > best.to))
        best = { name: party.name, to: i + words.length };
    }
  }
  return best;
}

function roleOf(name: string, roles: Roles): Actor['who'] {
  const party = roles.parties.find((p) => p.name === name);
  if (!party) return 'party';
  if (party.roles.includes('aggressor')) return 'aggressor';
  if (party.roles.includes('guarantor')) return 'guarantor';
  if (party.roles.includes('beneficiary')) return 'beneficiary';
  if (party.roles.includes('organisation')) return 'third-body';
  return 'party';
}

function classHasAggressor(roles: Roles, role: Actor['who']): boolean {
  return roles.parties.some(
    (party) => party.roles.includes('aggressor') && (role === 'party' || party.roles.includes('guarantor')),
  );
}

/** "the Government of Poland", "its Parliament", "the President of the Guarantor State". */
function ownerOf(tokens: readonly Token[], i: number, at: Range, roles: Roles, before: Actor | null): Actor | null {
  if (tokens[i + 1]?.word === 'of') {
    let to = i + 2;
    while (to < tokens.length && to < i + OWNER_REACH && tokens[to]!.kind !== 'mark') to++;
    return actorWithin(tokens, { from: i + 2, to }, roles, before);
  }
  for (let j = i - 1; j >= Math.max(at.from - 1, i - 4) && j >= 0; j--) {
    const word = tokens[j]!.word;
    if ((word === 'its' || word === 'their') && before) return before;
    const named = partyAt(tokens, j, roles);
    if (named && named.to >= i - 1)
      return { ...nobody(at), who: roleOf(named.name, roles), name: named.name, mode: 'individual' };
  }
  return null;
}

function withMode(actor: Actor, tokens: readonly Token[], clauseAt: Range, subject: Range): Actor {
  if (actor.mode === 'organ' || actor.mode === 'third-body' || actor.who === 'outside') return actor;
  let mode = actor.mode;
  // "The President and the Congress shall": two who act.
  if (mode === 'individual' && tokens[actor.at.to]?.word === 'and' && actor.at.to < subject.to - 1) mode = 'collective';
  let all = false;
  for (let i = clauseAt.from; i < clauseAt.to; i++) {
    const word = tokens[i]!.word;
    const inSubject = i >= subject.from && i < subject.to;
    if (severally.has(word) && (inSubject || word === 'individually' || word === 'severally' || word === 'separately')) {
      if (word === 'any' && mode !== 'individual') continue;
      return { ...actor, mode: 'each' };
    }
    if (word === 'each' && i <= subject.to + 3 && i >= subject.from) return { ...actor, mode: 'each' };
    const asOne =
      word === 'as' &&
      tokens[i + 1]?.word === 'one' &&
      (tokens[i + 2]?.word === 'body' || tokens[i + 2]?.word === ',' || verbAtOne(tokens, i + 2));
    if ((together.has(word) || asOne) && (mode === 'collective' || mode === 'joint')) mode = 'joint';
    if (word === 'all' && inSubject) all = true;
  }
  return { ...actor, mode: all && mode === 'collective' ? 'collective' : mode };
}

/** "will act as one and", "shall as one defend". */
function verbAtOne(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  return token === undefined || token.kind === 'mark' || verbAt(token.word) === token.word;
}

function plural(word: string): boolean {
  return word.endsWith('s') && !word.endsWith('ss');
}
