import type { FrontMatter, Role, Span } from '#base';
import type { Outline } from '#clauses';
import type { Definition, Sentence, Token } from '#phrases';
import type { Party, Roles } from './model.ts';
import { bodies, stateAliases } from './names.ts';
import { subordinators } from './words.ts';

interface Found {
  name: string;
  aliases: Set<string>;
  roles: Set<Role>;
  at: Span | null;
}

const fold = (name: string): string =>
  name
    .toLowerCase()
    .replace(/^(?:the|a|an) /, '')
    .replace(/\s+/g, ' ')
    .trim();

/** Which role a class word names ("Guaranteeing Powers", "the Recipient"), or 'party' for a neutral class. */
function roleOfClass(term: string): Role | 'party' | null {
  const words = term.toLowerCase();
  if (/guarant|assuring|supporting (?:state|power|part)/.test(words)) return 'guarantor';
  if (/benefici|recipient|protected|host state/.test(words)) return 'beneficiary';
  if (/aggressor|attacker|adversar|hostile/.test(words)) return 'aggressor';
  if (
    /^(?:high contracting |contracting |states )?(?:part(?:y|ies)|participants?|signator(?:y|ies)|sides?|powers?|governments?|members?)$/.test(
      words,
    )
  )
    return 'party';
  if (/depositary/.test(words)) return 'depositary';
  if (/mediator/.test(words)) return 'mediator';
  return null;
}

/**
 * Parties and roles (catalogue 0.3): front matter, then definitions, then grammar (who attacks whom). Rules that need an aggressor
 * stay silent when none is known, so nothing is guessed beyond "attack by X" and "attack on Y" with X and Y named.
 */
export function readRoles(
  sentences: readonly Sentence[],
  definitions: readonly Definition[],
  front: FrontMatter,
  mutualKind: boolean,
): Roles {
  const found = new Map<string, Found>();
  const add = (name: string, role: Role | null, at: Span | null): Found => {
    const key = canonical(fold(name));
    const entry = found.get(key) ?? { name: key, aliases: aliasesOf(key), roles: new Set<Role>(), at: null };
    entry.aliases.add(fold(name));
    if (role) entry.roles.add(role);
    entry.at ??= at;
    found.set(key, entry);
    return entry;
  };
  for (const party of front.parties ?? []) {
    const entry = add(party.name, null, null);
    for (const role of party.roles) entry.roles.add(role);
  }
  const settled = (front.parties?.length ?? 0) > 0;
  const classes = new Map<string, Role | 'party'>();
  const openings = sentences.filter((sentence) => sentence.context === 'parties' || sentence.context === 'title');
  for (const sentence of openings) {
    const { tokens } = sentence;
    // "Agreement on Reciprocal Defence between Ostra and Lorn": what stands before "between" is the subject of the text.
    const between = sentence.context === 'title' ? tokens.findIndex((token) => /^(?:between|among)$/.test(token.word)) : -1;
    for (const name of namesIn(tokens.slice(between + 1))) {
      // "North Atlantic Treaty", "Middle East resolution": the words name the instrument.
      const next = tokens.find((token) => token.start >= name.at.end);
      if (sentence.context === 'title' && between < 0 && next && instruments.test(next.word)) continue;
      add(name.name, null, name.at);
    }
  }
  for (const definition of definitions) {
    const role = roleOfClass(definition.term);
    if (!role) continue;
    const last = definition.term.toLowerCase().split(' ').at(-1)!;
    classes.set(last, role);
    classes.set(
      last.endsWith('s') ? last.replace(/ies$/, 'y').replace(/s$/, '') : last.replace(/y$/, 'ies').replace(/([^s])$/, '$1s'),
      role,
    );
    if (role === 'party' || settled) continue;
    for (const name of namesIn(tokensOf(sentences, definition))) add(name.name, role, name.at);
  }
  if (!settled) {
    for (const sentence of sentences) for (const name of listedGuarantors(sentence)) add(name.name, 'guarantor', name.at);
    byGrammar(sentences, found, add);
    if (!mutualKind) byHelp(sentences, found);
    if (!mutualKind) restAreGuarantors(found, classes);
  }
  const organs = new Map<string, string>();
  for (const definition of definitions) {
    const head = definition.term.toLowerCase().split(' ').at(-1)!;
    if (bodies.has(head) && !roleOfClass(definition.term)) organs.set(head, definition.term);
  }
  const parties: Party[] = [...found.values()].map((entry) => ({
    name: entry.name,
    aliases: [...entry.aliases],
    roles: [...entry.roles],
    at: entry.at,
  }));
  const withRole = (role: Role): string[] => parties.filter((party) => party.roles.includes(role)).map((party) => party.name);
  const guarantors = withRole('guarantor');
  const beneficiaries = withRole('beneficiary');
  const classed = [...classes.values()];
  const mutual =
    mutualKind ||
    (guarantors.length === 0 &&
      beneficiaries.length === 0 &&
      !classed.includes('guarantor') &&
      !classed.includes('beneficiary')) ||
    (guarantors.length > 0 && guarantors.every((name) => beneficiaries.includes(name)));
  return {
    parties,
    classes,
    mutual,
    guarantors,
    beneficiaries,
    aggressors: withRole('aggressor'),
    guarantorCount: guarantors.length || (mutual ? parties.length : 0),
    organs,
  };
}

/** The tokens in which a definition names its members. */
function tokensOf(sentences: readonly Sentence[], definition: Definition): readonly Token[] {
  const sentence = sentences[definition.sentence];
  if (!sentence || !definition.meaning) return [];
  return sentence.tokens.filter((token) => token.start >= definition.meaning!.start && token.end <= definition.meaning!.end);
}

/** Words that begin with a capital but name no State. */
const notNames = new Set(
  `articles sections provisions terms the and of in on for treaty agreement memorandum protocol convention declaration statement joint security guarantee guarantees assurances article
   charter parties party guarantor guarantors beneficiary participants signatories powers power mutual defence defense assistance framework between
   high contracting government governments pact accord arrangement understanding cooperation act charter nations council ceasefire peace budapest
   partnership support on with regarding concerning neutrality governing annex preamble whereas having recalling president presidents his her majesty
   their respective states each these both state leaders heads ministers minister foreign affairs excellency plenipotentiary plenipotentiaries
   republics territorial integrity sovereignty commitments commitment letter relations friendship alliance settlement plan points point long-term
   command front northern southern eastern western army commander hostilities outcomes talks crisis bilateral multilateral strategic collective final text draft part chapter section resolution instrument exchange notes note force forces nuclear weapons
   common reserve straits standing rapid stabilisation stabilization regional general basin airspace air sea land naval military armed military national core operational`.split(
    /\s+/,
  ),
);

const stateHeads =
  /^(?:republic|kingdom|state|federation|union|commonwealth|principality|duchy|confederation|emirate|sultanate|empire|federal|united|democratic|people's|islamic|grand|socialist|hashemite|oriental|provinces|cantons|islands|emirates|states)$/;

const instruments =
  /^(?:treaty|pact|agreement|resolution|declaration|memorandum|communiqu[eé]|accords?|protocol|statement|convention|charter|doctrine|framework|process|formula|plan)$/;

/** Endings of abstract nouns, which a title writes with a capital: "Cessation", "Assistance". */
const abstract = /(?:tion|sion|ment|ance|ence|ness|ship|ing|ism|ity|ities|ure)$/;

/** Names of States in an opening: capitalised runs, "Republic of X" whole, lists split at commas and "and". */
export function namesIn(tokens: readonly Token[]): { name: string; at: Span }[] {
  const names: { name: string; at: Span }[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    if (token.word === '(' || token.word === '"') {
      const close = token.word === '(' ? ')' : '"';
      let j = i + 1;
      while (j < tokens.length && tokens[j]!.word !== close && j < i + 40) j++;
      if (j < tokens.length && tokens[j]!.word === close) i = j;
      continue;
    }
    if (!token.capital || token.kind !== 'word') continue;
    const known = knownStateAt(tokens, i);
    if (known) {
      names.push({ name: known.name, at: { start: token.start, end: tokens[known.to - 1]!.end } });
      i = known.to - 1;
      continue;
    }
    if (notNames.has(token.word) && !stateHeads.test(token.word)) continue;
    let to = i + 1;
    while (to < tokens.length && to < i + 9) {
      const next = tokens[to]!;
      if (next.capital && next.kind === 'word' && !(notNames.has(next.word) && !stateHeads.test(next.word))) to++;
      else if (
        next.word === 'of' &&
        stateHeads.test(tokens[to - 1]!.word) &&
        tokens[to + 1] &&
        (tokens[to + 1]!.capital || tokens[to + 1]!.word === 'the')
      )
        to += tokens[to + 1]!.capital ? 2 : 3;
      else break;
    }
    const words = tokens.slice(i, to);
    if (
      words.length === 1 &&
      (stateHeads.test(token.word) ||
        token.raw === token.raw.toUpperCase() ||
        abstract.test(token.word) ||
        token.raw.includes('-'))
    )
      continue;
    if (words.every((word) => stateHeads.test(word.word))) continue;
    names.push({
      name: words.map((word) => word.raw).join(' '),
      at: { start: words[0]!.start, end: words[words.length - 1]!.end },
    });
    i = to - 1;
  }
  return names;
}

const knownByFirst = new Map<string, { words: string[]; name: string }[]>();
for (const names of stateAliases) {
  for (const alias of names) {
    const words = alias.split(' ');
    knownByFirst.set(
      words[0]!,
      [...(knownByFirst.get(words[0]!) ?? []), { words, name: names[0]! }].sort((a, b) => b.words.length - a.words.length),
    );
  }
}

function knownStateAt(tokens: readonly Token[], i: number): { name: string; to: number } | null {
  for (const { words, name } of knownByFirst.get(tokens[i]!.word) ?? []) {
    if (words.every((word, n) => tokens[i + n]?.word === word)) return { name, to: i + words.length };
  }
  return null;
}

/** One key for the many names of one State: "Republic of Poland" and "Poland", "the United States of America" and "US". */
function canonical(name: string): string {
  for (const names of stateAliases) if (names.includes(name)) return names[0]!;
  return (
    name.replace(/^(?:(?:republic|kingdom|state|principality|grand duchy|federation|commonwealth|union) of (?:the )?)/, '') ||
    name
  );
}

function aliasesOf(key: string): Set<string> {
  return new Set(stateAliases.find((names) => names.includes(key)) ?? [key]);
}

/** "The Guarantors are Brenn, Sund and Morvania": the names of the list. */
function listedGuarantors({ tokens, own, context }: Sentence): { name: string; at: Span }[] {
  if (context !== 'operative' && context !== 'annex-operative' && context !== 'definition') return [];
  let at = own;
  while (at < own + 3 && /^(?:the|guarantor|guaranteeing|following)$/.test(tokens[at]?.word ?? '')) at++;
  if (!/^(?:guarantors|states|powers)$/.test(tokens[at]?.word ?? '')) return [];
  if (tokens[at]!.word !== 'guarantors' && !/^guarant/.test(tokens[at - 1]?.word ?? '')) return [];
  return /^(?:are|include|comprise)$/.test(tokens[at + 1]?.word ?? '') ? namesIn(tokens.slice(at + 2)) : [];
}

/** "regarded as an attack on X": X is only taken to be attacked, and is often the one who promises. */
function isFiction(tokens: Sentence['tokens'], at: number): boolean {
  let i = at - 1;
  while (i >= 0 && i > at - 4 && /^(?:an?|the|armed|be|to|any)$/.test(tokens[i]!.word)) i--;
  return /^(?:as|deemed|considered)$/.test(tokens[i]?.word ?? '');
}

/** "an armed attack by X", "aggression against Y": X and Y must be names, not classes. */
function byGrammar(
  sentences: readonly Sentence[],
  found: Map<string, Found>,
  add: (name: string, role: Role, at: Span) => Found,
): void {
  for (const sentence of sentences) {
    if (sentence.context !== 'operative' && sentence.context !== 'annex-operative' && sentence.context !== 'definition') continue;
    const { tokens } = sentence;
    for (let i = 1; i < tokens.length; i++) {
      const told = attackVerbs.get(tokens[i]!.word);
      if (told === undefined) continue;
      const passive = /^(?:is|are|be|been|was|were)$/.test(tokens[i - 1]!.word);
      const left = nameBefore(
        tokens,
        passive ? i - (tokens[i - 2]?.word === 'has' || tokens[i - 2]?.word === 'have' ? 2 : 1) : i,
      );
      const right = nameAfter(tokens, passive && tokens[i + 1]?.word === 'by' ? i + 2 : i + 1);
      if (passive && told.past) {
        if (left && found.has(canonical(fold(left.name)))) add(left.name, 'beneficiary', left.at);
        if (right && tokens[i + 1]?.word === 'by' && isState(right.name, found)) add(right.name, 'aggressor', right.at);
      } else if (left && right && found.has(canonical(fold(right.name))) && isState(left.name, found)) {
        add(left.name, 'aggressor', left.at);
        add(right.name, 'beneficiary', right.at);
      }
    }
    for (const hit of sentence.hits) {
      if (hit.lexicon !== 'L13' || isFiction(tokens, hit.from)) continue;
      for (let i = hit.to; i < tokens.length && i < hit.to + 14; i++) {
        const word = tokens[i]!.word;
        if (tokens[i]!.kind === 'mark' || word === 'shall' || word === 'will') break;
        if (word !== 'by' && word !== 'against' && word !== 'on' && word !== 'upon') continue;
        let to = i + 1;
        while (
          to < tokens.length &&
          to < i + 8 &&
          tokens[to]!.kind === 'word' &&
          (tokens[to]!.capital || tokens[to]!.word === 'the' || tokens[to]!.word === 'of')
        )
          to++;
        const name = namesIn(tokens.slice(i + 1, to))[0];
        if (!name || !(word === 'by' ? isState(name.name, found) : found.has(canonical(fold(name.name))))) continue;
        add(name.name, word === 'by' ? 'aggressor' : 'beneficiary', name.at);
      }
    }
  }
}

const helping = new Set('provide supply assist support defend help furnish equip train arm aid give deliver'.split(' '));
const helpNouns = new Set('assistance support aid help assurances guarantees protection'.split(' '));

/**
 * "shall provide Sarovia with", "assistance to Sarovia", "the security of Sarovia": the party that is helped, where it never helps and no
 * role is known from definitions or from who attacks whom (0.3, the response duty).
 */
function byHelp(sentences: readonly Sentence[], found: ReadonlyMap<string, Found>): void {
  if (found.size < 2 || [...found.values()].some((entry) => entry.roles.has('beneficiary') || entry.roles.has('guarantor')))
    return;
  const helped = new Map<string, number>();
  const helps = new Set<string>();
  const nameAt = (tokens: readonly Token[], at: number): string | null => {
    const name = tokens[at]?.word === 'the' ? nameAfter(tokens, at + 1) : tokens[at]?.capital ? nameAfter(tokens, at) : null;
    const key = name ? canonical(fold(name.name)) : null;
    return key !== null && found.has(key) ? key : null;
  };
  for (const { tokens, context } of sentences) {
    if (context !== 'operative' && context !== 'annex-operative') continue;
    for (let i = 0; i < tokens.length; i++) {
      const { word } = tokens[i]!;
      const at = helping.has(word) ? i + 1 : helpNouns.has(word) && /^(?:to|for)$/.test(tokens[i + 1]?.word ?? '') ? i + 2 : -1;
      const key = at < 0 ? null : nameAt(tokens, at);
      if (key) helped.set(key, (helped.get(key) ?? 0) + 1);
      if (!/^(?:shall|will|would|should|undertakes|commits|pledges)$/.test(word)) continue;
      const subject = nameBefore(tokens, i);
      if (!subject) continue;
      for (let j = i + 1; j < Math.min(tokens.length, i + 20); j++)
        if (helping.has(tokens[j]!.word)) helps.add(canonical(fold(subject.name)));
    }
  }
  const only = [...helped.keys()].filter((key) => !helps.has(key));
  if (only.length === 1) found.get(only[0]!)!.roles.add('beneficiary');
}

const attackVerbs = new Map<string, { readonly past: boolean }>(
  ['attack', 'attacks', 'attacked', 'invade', 'invades', 'invaded'].map((word) => [word, { past: word.endsWith('ed') }]),
);

/** A party of the text, or a name that can only be a State's. */
function isState(name: string, found: ReadonlyMap<string, Found>): boolean {
  return (
    found.has(canonical(fold(name))) ||
    stateHeads.test(name.split(' ')[0]!.toLowerCase()) ||
    stateHeads.test(name.split(' ').at(-1)!.toLowerCase()) ||
    stateAliases.some((names) => names.includes(fold(name)))
  );
}

/** The name that ends just before a token: "the Vorland Federation attacks". */
function nameBefore(tokens: readonly Token[], at: number): { name: string; at: Span } | null {
  let from = at;
  while (
    from > 0 &&
    from > at - 7 &&
    tokens[from - 1]!.kind === 'word' &&
    !subordinators.has(tokens[from - 1]!.word) &&
    tokens[from - 1]!.word !== 'should' &&
    (tokens[from - 1]!.capital || /^(?:the|of)$/.test(tokens[from - 1]!.word))
  )
    from--;
  return namesIn(tokens.slice(from, at)).at(-1) ?? null;
}

function nameAfter(tokens: readonly Token[], at: number): { name: string; at: Span } | null {
  let to = at;
  while (
    to < tokens.length &&
    to < at + 7 &&
    tokens[to]!.kind === 'word' &&
    (tokens[to]!.capital || /^(?:the|of)$/.test(tokens[to]!.word))
  )
    to++;
  return namesIn(tokens.slice(at, to))[0] ?? null;
}

/** Where the text says who is attacked and by whom, and names no guarantor, the other parties are the ones who promise (0.3). */
function restAreGuarantors(found: ReadonlyMap<string, Found>, classes: ReadonlyMap<string, Role | 'party'>): void {
  const entries = [...found.values()];
  if (entries.length > 12 || [...classes.values()].includes('guarantor')) return;
  if (!entries.some((entry) => entry.roles.has('beneficiary')) || entries.some((entry) => entry.roles.has('guarantor'))) return;
  for (const entry of entries) if (entry.roles.size === 0) entry.roles.add('guarantor');
}

/** Counted guarantors, or 2 when only a plural class is known. */
export function severalGuarantors(roles: Roles): boolean {
  return (
    roles.guarantorCount > 1 ||
    (roles.guarantorCount === 0 && [...roles.classes].some(([word, role]) => role === 'guarantor' && word.endsWith('s')))
  );
}

/** The outline's title words, folded; empty without a title. */
export function titleOf(outline: Outline): string {
  return outline.title?.text.toLowerCase() ?? '';
}
