import type { Block, Outline } from '#clauses';
import { readDefinitions } from './definitions.ts';
import { matchLexicons } from './lexicon.ts';
import type { LexiconSet } from './lexicon-set.ts';
import { readModals } from './modals.ts';
import { readReferences } from './references.ts';
import { sentenceEnds } from './sentences.ts';
import { readTimes } from './times.ts';
import { tokenize } from './tokens.ts';
import type { Phrases, Sentence, Token } from './types.ts';
import { noteClasses } from './word-classes.ts';

/** Longest lead-in that a point carries along, in tokens: a longer one is cut to its last words. */
const MOST_LEAD = 160;

/**
 * Reads every block into sentences. A point carries its lead-in's words as inherited tokens, so that its actor, modal, trigger and
 * deadline are the lead-in's (issue of the list: "Each Guarantor shall, within 24 hours: (a) …"). Linear in the text.
 */
export function readPhrases(outline: Outline, lexicons: LexiconSet): Phrases {
  const sentences: Sentence[] = [];
  const leads = new Map<Block, Lead>();
  for (const block of outline.blocks) {
    if (block.kind === 'code' || block.kind === 'comment') continue;
    const tokens = tokenize(block.text, block.source);
    if (tokens.length === 0) continue;
    const inherited = leadOf(block, leads);
    let from = 0;
    const ends = sentenceEnds(tokens);
    for (const end of ends) {
      const lead = from === 0 ? inherited : [];
      const whole =
        lead.length > 0
          ? [...lead, ...tokens.slice(from, end)]
          : from === 0 && end === tokens.length
            ? tokens
            : tokens.slice(from, end);
      noteClasses(whole);
      const first = whole[lead.length]!;
      sentences.push({
        id: sentences.length,
        clause: block.clause,
        block,
        context: block.context,
        tokens: whole,
        own: lead.length,
        times: readTimes(whole),
        references: readReferences(whole),
        hits: matchLexicons(lexicons, whole),
        modals: readModals(whole),
        span: { start: first.start, end: whole[whole.length - 1]!.end },
      });
      from = end;
    }
    const last = ends.length > 1 ? ends[ends.length - 2]! : 0;
    leads.set(block, { inherited: last > 0 ? [] : inherited, last: last > 0 ? tokens.slice(last) : tokens, tokens: null });
  }
  return { sentences, definitions: readDefinitions(sentences) };
}

/** The last sentence of a block, for its points: they inherit its words. */
interface Lead {
  readonly inherited: readonly Token[];
  readonly last: readonly Token[];
  /** As its points carry them; made for the first of them, since most blocks have none. */
  tokens: readonly Token[] | null;
}

function leadOf(block: Block, leads: ReadonlyMap<Block, Lead>): readonly Token[] {
  const lead = block.lead ? leads.get(block.lead) : undefined;
  if (lead === undefined) return [];
  lead.tokens ??= [...lead.inherited, ...lead.last]
    .slice(-MOST_LEAD)
    .map((token) => (token.inherited ? token : { ...token, inherited: true }));
  return lead.tokens;
}
