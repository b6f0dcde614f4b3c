import type { Sentence, Token } from '#phrases';
import { find, has, isSelfAt, type Place, patterns, selfIn, wordsOf } from './words.ts';

/** What a text says of its own legal force. */
export interface Status {
  /** Words by which the text, or a part of it, says that it does not bind; null without. */
  readonly denial: Place | null;
  /** The denial concerns an annex, article or part only. */
  readonly partOnly: boolean;
  /** Folded label of the annex or part concerned, as written ("annex c"); empty otherwise. */
  readonly part: string;
  /** "legally binding", "binding under international law", "binds the Parties". */
  readonly claim: Place | null;
}

const denials = patterns(`
  not intended|meant|designed? to? be? legally binding
  not legally binding|enforceable
  not binding under|in|at international|law
  not a|an legally? treaty|binding
  not legally bind|binding
  not governed by international law
  not eligible|subject for|to registration
  not be registered
  no legal|legally|binding obligation|obligations|force|binding|effect|commitment|commitments|right|rights|duty|duties|enforceable
  no legally enforceable|binding obligations|obligation|commitments|rights
  without legal|binding effect|force
  not create|creating|establish|impose|constitute|entail|contain any|a|an|new? legal|legally|binding|enforceable
  not give rise to any? legal|legally|binding|enforceable|obligations|rights
  not create|impose|establish any? obligations|rights|commitments under|in|of|binding
  of a purely|merely|exclusively|solely? political|declaratory|moral nature|character
  a purely|merely|exclusively|solely? political commitment|commitments|declaration|document|statement
  political commitments|commitment only
  political and not legal
  politically , not legally|and
  only politically|morally binding
  politically binding only
  politically binding
  non-binding|nonbinding|non-legally-binding
  expression|statement of the|their|our|its|political|common? political? intent|intention|intentions|will
  records|record|reflects|reflect|expresses|states|sets the|only|merely? the? political? intentions|intention
  guidance only
  for information only
  is|are aspirational
`);
const fronted = patterns(`
  legal|legally|binding|enforceable obligation|obligations|right|rights|commitment|commitments|effect|effects|binding|force|duty|duties|enforceable
  obligation|obligations|rights|commitments under international|public
  legally binding
  legally enforceable
`);
const claims = patterns(`
  legally binding
  binding under|in|at international
  binding on|upon the|all|each|its parties|signatories|guarantors
  bind|binds the|all parties|signatories|guarantors
  is|are|be binding
  force of law
`);
const parts = wordsOf('annex|annexes|article|articles|part|section|chapter|appendix|protocol|schedule|paragraph|paragraphs');
const negations = wordsOf('nothing|none|no|neither|nor|not|never');

/** Reads the status clause. Third parties, other texts and disputes of a political nature are nobody's status. */
export function readStatus(sentences: readonly Sentence[]): Status {
  let denial: Place | null = null;
  let partOnly = false;
  let part = '';
  let claim: Place | null = null;
  for (const sentence of sentences) {
    const { tokens } = sentence;
    const found = denialIn(tokens);
    if (found) {
      const home = homeOf(tokens, found.from);
      if (home === null) continue;
      if (!denial || (partOnly && home === '')) {
        denial = { sentence, at: found };
        partOnly = home !== '';
        part = home;
      }
      continue;
    }
    const says: { from: number; to: number } | null = claim ? null : find(tokens, claims);
    if (says && !has(tokens, negations, { from: Math.max(0, says.from - 6), to: says.to }) && aboutSelf(tokens))
      claim = { sentence, at: says };
  }
  return { denial, partOnly, part, claim };
}

function denialIn(tokens: readonly Token[]): { from: number; to: number } | null {
  const plain = find(tokens, denials);
  const at = plain ?? frontedDenial(tokens);
  if (!at) return null;
  // "not merely political": the opposite. "… for third parties", "… between one Party and its citizens": not the parties' own duties.
  if (
    /^(?:not|than|beyond)$/.test(tokens[at.from - 1]?.word ?? '') ||
    (tokens[at.from]!.word === 'no' && tokens[at.from + 1]?.word === 'less')
  )
    return null;
  const after = { from: at.to, to: Math.min(tokens.length, at.to + 9) };
  if (has(tokens, wordsOf('third|person|persons|individuals|individual|non-parties|others'), after)) return null;
  // "no legal obligation to use force" limits one duty.
  if (/^(?:obligation|obligations|duty)$/.test(tokens[at.to - 1]!.word) && tokens[at.to]?.word === 'to') return null;
  return at;
}

/** "Nothing in this Declaration creates legal obligations", "No provision of it gives rise to …". */
function frontedDenial(tokens: readonly Token[]): { from: number; to: number } | null {
  for (let i = 0; i < tokens.length; i++) {
    const { word } = tokens[i]!;
    if (
      word !== 'nothing' &&
      word !== 'none' &&
      word !== 'neither' &&
      !(word === 'no' && /^(?:provision|part|commitment|clause|article|sentence)$/.test(tokens[i + 1]?.word ?? ''))
    )
      continue;
    if (
      !has(
        tokens,
        wordsOf(
          'create|creates|creating|establish|establishes|impose|imposes|imposing|give|gives|constitute|constitutes|constituting|entail|entails|intended|is|are|has|legally',
        ),
        { from: i + 1, to: i + 16 },
      )
    )
      continue;
    const at = find(tokens, fronted, i + 1, Math.min(tokens.length, i + 24));
    if (at) return { from: i, to: at.to };
  }
  return null;
}

/** Empty for the text itself; the part's words ("annex c"); null where the words are about something else. */
function homeOf(tokens: readonly Token[], at: number): string | null {
  for (let i = at; i >= 0 && i > at - 30; i--) {
    const { word } = tokens[i]!;
    if (word === ';') break;
    if (parts.words.has(word) && !(word === 'protocol' && isSelfAt(tokens, i))) {
      const next = tokens[i + 1]?.raw ?? '';
      const owned = /^(?:this|the|present)$/.test(tokens[i - 1]?.word ?? '');
      // "Annex C", "this Annex"; but "the articles of this Treaty" mean the whole.
      if (/^(?:[A-Z]{1,2}|[0-9]+|[IVX]+)$/.test(next)) return `${word} ${next.toLowerCase()}`;
      if (tokens[i - 1]?.word === 'this') return word;
      if (owned && /^(?:annex|annexes|part|section|chapter|appendix|schedule)$/.test(word)) return word;
    }
    if (isSelfAt(tokens, i)) return '';
    if ((word === 'it' || word === 'they') && i < 4) return '';
    if (
      /^(?:commitments|obligations|undertakings|provisions|guarantees|assurances|participants|parties|text|document|paper|letter)$/.test(
        word,
      )
    )
      return '';
    if (word === 'nothing' && tokens[i + 1]?.word === 'in')
      return selfIn(tokens, i + 1, i + 6) >= 0 ? '' : has(tokens, parts, { from: i, to: i + 6 }) ? 'part' : null;
    if (word === 'nothing' || word === 'none') return '';
  }
  // "It is understood that this Declaration does not …" has its subject behind; a sentence that names the text anywhere is about it.
  return aboutSelf(tokens) ? '' : null;
}

function aboutSelf(tokens: readonly Token[]): boolean {
  return (
    selfIn(tokens, 0, tokens.length) >= 0 ||
    has(tokens, wordsOf('commitments|obligations|guarantees|undertakings'), { from: 0, to: Math.min(8, tokens.length) })
  );
}
