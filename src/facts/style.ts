import type { DocumentKind, DocumentStyle, FrontMatter } from '#base';
import type { Outline } from '#clauses';
import type { Sentence } from '#phrases';
import { titleOf } from './roles.ts';

/** One marker of B.4: words in sequence, and what they weigh. */
interface Marker {
  readonly words: readonly string[];
  readonly weight: number;
}

const marker = (phrases: string, weight: number): Marker[] =>
  phrases.split('|').map((phrase) => ({ words: phrase.trim().split(' '), weight }));

/** Treaty and MoU vocabulary (catalogue B.4); +2 treaty, −2 MoU, each word counted at most three times. */
const markers: readonly Marker[] = [
  ...marker(
    'parties|party|contracting parties|article|articles|shall|undertake|undertakes|obligations|enter into force|enters into force|entered into force|equally authentic|done at|ratification|ratified|accession|instruments of|depositary|deposited with|reservations|registered with|denunciation|denounce',
    2,
  ),
  ...marker(
    'participants|participant|arrangement|intend|intends|jointly decide|have decided as follows|have reached the following understanding|come into effect|comes into effect|come into operation|comes into operation|will come into effect|equal validity|equally valid|signed at|understandings|continue to have effect|continues to have effect|points of contact|does not create|not legally binding',
    -2,
  ),
];

const byFirst = new Map<string, Marker[]>();
for (const one of markers) byFirst.set(one.words[0]!, [...(byFirst.get(one.words[0]!) ?? []), one]);

/** Distinct markers of each vocabulary with their first places; DRF009 asks for two of each (decision 7). */
export interface StyleVote {
  readonly style: DocumentStyle;
  readonly score: number;
  readonly treaty: ReadonlyMap<string, { start: number; end: number; count: number }>;
  readonly mou: ReadonlyMap<string, { start: number; end: number; count: number }>;
}

const treatyTitle = /\b(?:treaty|convention|pact|covenant|charter)\b/;
const agreementTitle = /\b(?:agreement|protocol|accord|armistice)\b/;
const mouTitle = /\b(?:memorand(?:um|a)|arrangement)\b/;
const statementTitle = /\b(?:statement|declaration|communiqu[eé]|letter|plan|vision|framework|principles|spirit)\b/;

/** The text's register by weighted vote (catalogue 0.2, B.4); front matter wins. */
export function readStyle(outline: Outline, sentences: readonly Sentence[], front: FrontMatter): StyleVote {
  const treaty = new Map<string, { start: number; end: number; count: number }>();
  const mou = new Map<string, { start: number; end: number; count: number }>();
  let score = 0;
  let we = 0;
  for (const sentence of sentences) {
    if (sentence.context === 'quotation' || sentence.context === 'drafting-note' || sentence.context === 'code') continue;
    const { tokens } = sentence;
    for (let i = sentence.own; i < tokens.length; i++) {
      const word = tokens[i]!.word;
      if (word === '"') i = pastTitle(tokens, i);
      if (word === 'we' && sentence.context !== 'heading') we++;
      for (const one of byFirst.get(word) ?? []) {
        if (!one.words.every((part, n) => tokens[i + n]?.word === part)) continue;
        if ((word === 'participants' || word === 'participant' || word === 'parties' || word === 'party') && !tokens[i]!.capital)
          continue;
        const book = one.weight > 0 ? treaty : mou;
        const key = one.words.join(' ');
        const seen = book.get(key);
        if (seen) seen.count++;
        else book.set(key, { start: tokens[i]!.start, end: tokens[i + one.words.length - 1]!.end, count: 1 });
        if (!seen || seen.count <= 3) score += one.weight;
      }
    }
  }
  const title = titleOf(outline);
  const named = titleStyle(title);
  if (named === 'treaty') score += 8;
  if (named === 'mou') score -= 8;
  if (named === 'statement') score -= 4;
  if (front.style) return { style: front.style, score, treaty, mou };
  const ratified =
    treaty.has('ratification') || treaty.has('ratified') || treaty.has('enter into force') || treaty.has('enters into force');
  if (named === 'statement' && !ratified && !treaty.has('article')) return { style: 'statement', score, treaty, mou };
  if (we >= 3 && !ratified && named !== 'treaty' && !treaty.has('articles')) return { style: 'statement', score, treaty, mou };
  return { style: score > 4 ? 'treaty' : score < -4 ? 'mou' : 'unknown', score, treaty, mou };
}

/** Words in quotation marks beyond this many are a title of another text, and no term. */
const LONGEST_TERM = 4;

/** Behind the title of another text in quotation marks; where the marks hold a term, the index itself. */
function pastTitle(tokens: Sentence['tokens'], open: number): number {
  for (let i = open + 1; i < Math.min(tokens.length, open + 40); i++)
    if (tokens[i]!.word === '"') return i - open - 1 > LONGEST_TERM ? i : open;
  return open;
}

/** What a title alone says of the register; null where it says nothing. */
export function titleStyle(title: string): DocumentStyle | null {
  if (mouTitle.test(title)) return 'mou';
  if (treatyTitle.test(title) || agreementTitle.test(title))
    return statementTitle.test(title) && !treatyTitle.test(title) ? null : 'treaty';
  if (statementTitle.test(title)) return 'statement';
  return null;
}

/** What the kind of the text is voted on: what happens in its operative words. */
export interface KindEvidence {
  readonly attackGroup: boolean;
  readonly violationGroup: boolean;
  /** The text speaks of war at all: money and goods are withdrawn too. */
  readonly ofWar: boolean;
  readonly ceasefireDuties: number;
  readonly monitorDuties: number;
  readonly coreDuties: number;
  readonly refrainDuties: number;
  readonly securityPromise: boolean;
  /** An act of a legislature: its title says so and its words speak of the legislature. */
  readonly statute: boolean;
  readonly parties: number;
  readonly guarantorsKnown: boolean;
  readonly beneficiaryKnown: boolean;
  readonly mutual: boolean;
  readonly neutrality: boolean;
}

/**
 * The document's kind (catalogue A.1, decision 6): front matter, else title and evidence together. `sure` is false where only weak
 * evidence speaks; absences due in that kind alone are then capped at info.
 */
export function readKind(
  outline: Outline,
  style: DocumentStyle,
  evidence: KindEvidence,
  front: FrontMatter,
): { kind: DocumentKind; sure: boolean } {
  if (front.kind) return { kind: front.kind, sure: true };
  const title = titleOf(outline);
  const guarantee = /\bguarant|\bassuranc/.test(title);
  if (/\bprotocol\b/.test(title) && /\b(?:accession|amend)/.test(title)) return { kind: 'amending', sure: true };
  if (/\bamend(?:ing|ment)\b|\bsupplementary\b/.test(title)) return { kind: 'amending', sure: true };
  if (/\b(?:cease-?fire|armistice|truce|cessation of hostilities)\b/.test(title)) return { kind: 'ceasefire', sure: true };
  if (/\bstatus of (?:\w{1,20} ){0,3}forces?\b|\bvisiting forces\b|\bforeign forces\b|\bpresence of foreign\b/.test(title))
    return { kind: 'force-status', sure: true };
  if (/\b(?:monitoring|verification|observer|inspection)\b/.test(title) && !guarantee) return { kind: 'monitoring', sure: true };
  // Sections of a code are a statute: one State's own act.
  if (outline.clauses.filter((clause) => clause.label.startsWith('§')).length >= 2) return { kind: 'unilateral', sure: true };
  if (evidence.statute && !/\bfinal act\b/.test(title)) return { kind: 'unilateral', sure: true };
  if (/\bresolution\b/.test(title)) return { kind: 'resolution', sure: true };
  if (/\b(?:act|order|letters?)\b/.test(title) && !/\bfinal act\b/.test(title) && style !== 'treaty')
    return { kind: 'unilateral', sure: true };
  if (/\bneutral/.test(title) && (evidence.guarantorsKnown || guarantee)) return { kind: 'neutrality-guarantee', sure: true };
  if (/\bpeace (?:treaty|settlement|agreement)\b|\btreaty of peace\b|\bfor peace\b|\bpeace plan\b/.test(title))
    return { kind: 'peace-settlement', sure: true };
  if (/\bnon-aggression\b|\bnonaggression\b/.test(title)) return { kind: 'non-aggression', sure: true };
  if (
    /\b(?:mutual|collective) (?:defen[cs]e|assistance|security)\b|\bnorth atlantic treaty\b|\balliance\b/.test(title) &&
    evidence.attackGroup
  )
    return { kind: 'mutual-defence', sure: true };
  if (
    /\b(?:loan|trade|economic|reconstruction|recovery|investment|minerals?|assets?|tax|taxation|air services|cultural|consular|visa|social security|extradition)\b/.test(
      title,
    ) &&
    !guarantee
  )
    return { kind: 'economic', sure: false };
  if (style === 'statement') {
    return { kind: 'political-declaration', sure: guarantee || evidence.attackGroup || evidence.securityPromise };
  }
  if (guarantee || (evidence.guarantorsKnown && evidence.beneficiaryKnown && evidence.attackGroup)) {
    if (style === 'mou') return { kind: 'political-declaration', sure: true };
    return { kind: evidence.parties === 2 ? 'bilateral-guarantee' : 'framework-guarantee', sure: guarantee };
  }
  if (evidence.attackGroup && evidence.coreDuties > 0) {
    if (style === 'mou') return { kind: 'political-declaration', sure: false };
    if (evidence.mutual) return { kind: 'mutual-defence', sure: true };
    return { kind: evidence.parties === 2 ? 'bilateral-guarantee' : 'framework-guarantee', sure: false };
  }
  if (/\bsecurity\b/.test(title) && (evidence.securityPromise || evidence.attackGroup)) {
    return {
      kind: style === 'mou' ? 'political-declaration' : evidence.parties === 2 ? 'bilateral-guarantee' : 'framework-guarantee',
      sure: false,
    };
  }
  if (evidence.ofWar && evidence.ceasefireDuties >= 2) return { kind: 'ceasefire', sure: false };
  if (evidence.refrainDuties >= 2 && evidence.coreDuties === 0 && /\bpact\b|\brenunciation\b/.test(title))
    return { kind: 'non-aggression', sure: false };
  return { kind: 'other', sure: true };
}
