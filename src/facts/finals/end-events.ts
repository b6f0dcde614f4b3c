import type { Range, Token } from '#phrases';
import { has, wordsOf } from './words.ts';

/**
 * What ends a text. peace: the end of the fighting or a peace, which the aggressor can bring about; finding: a judgement that the danger is
 * over; step: an invitation, an application or a signature on the way to another guarantee; union: membership of something else than an alliance;
 * alliance: membership of an alliance, or the day on which its guarantee applies; left: a denunciation; agreed: what all decide; other.
 */
export type EndEvent = 'peace' | 'finding' | 'step' | 'union' | 'alliance' | 'left' | 'agreed' | 'other';

const applying = wordsOf('applies|apply|applicable|covers|covered|extends|protects|protected|benefits|effective');
const steps = wordsOf(
  'invited|invites|invitation|invitations|candidate|candidacy|application|applied|negotiations|talks|request|requested|signature|signed|signs|action',
);
const joining = wordsOf(
  'accession|accedes|accede|acceded|join|joins|joined|joining|enters|entered|entry|admission|admitted|member|membership|becomes|party|invited|invitation|candidate|candidacy|apply|applies',
);
const alliances = wordsOf('alliance|alliances|nato|atlantic|defence');
const unions = wordsOf('union|eu|community|organisation|organization|association|council');
const left = wordsOf('denounced|denounces|denunciation|terminated|withdraws|withdrawn|termination|denounce');
const judged = wordsOf(
  'determine|determines|determined|decide|decides|decided|consider|considers|find|finds|satisfied|deem|deems|declare|declares|certifies|certify|opinion|judgement|concludes',
);
const calm = wordsOf(
  'stable|stabilised|stabilized|stabilises|stabilizes|stability|normalised|normalized|normal|normalisation|normalization|restored|assured|secure|improved|necessary|needed|required|passed|subsided|disappeared|permit|allow|circumstances|situation|conditions|threat|danger|tensions',
);
const wars = wordsOf(
  'hostilities|war|conflict|fighting|aggression|armistice|ceasefire|cease-fire|truce|emergency|invasion|occupation',
);
const endings = wordsOf(
  'end|ends|ended|cessation|ceased|cease|termination|over|conclusion|concluded|until|stopped|terminated|duration|on|upon|signature|signed|of',
);

/** The class of the event that the words of a range name. */
export function endEvent(tokens: readonly Token[], range: Range): EndEvent {
  const text = tokens
    .slice(range.from, range.to)
    .map((token) => token.word)
    .join(' ');
  const joins = has(tokens, joining, range);
  if (joins && (has(tokens, alliances, range) || has(tokens, unions, range))) {
    const applies = has(tokens, applying, range) && !/\bappl(?:y|ies|ied) (?:for|to (?:join|become))\b/.test(text);
    if (applies && has(tokens, alliances, range)) return 'alliance';
    if (has(tokens, steps, range) || /\bappl(?:y|ies|ied) (?:for|to (?:join|become))\b/.test(text)) return 'step';
    return has(tokens, alliances, range) ? 'alliance' : 'union';
  }
  if (has(tokens, applying, range) && has(tokens, wordsOf('article|alliance|defence|guarantee|treaty'), range)) return 'alliance';
  if (joins && has(tokens, wordsOf('accession|accedes|membership|invited|invitation|candidate'), range))
    return has(tokens, steps, range) ? 'step' : 'union';
  if (has(tokens, left, range)) return 'left';
  const all =
    /\b(?:all|both) (?:the )?(?:parties|guarantors|states|signatories)\b|\b(?:the parties|they) (?:agree|decide)|otherwise agreed|(?:agree|decide|agreed|decided) otherwise|unanimous|mutual/.test(
      text,
    );
  if (all) return 'agreed';
  if (/\bpeace\b/.test(text) || (has(tokens, wars, range) && has(tokens, endings, range)) || forcesLeave(text)) return 'peace';
  if (has(tokens, judged, range) || has(tokens, calm, range)) return 'finding';
  return 'other';
}

/** "the withdrawal of all foreign forces": the forces stand behind what becomes of them. */
function forcesLeave(text: string): boolean {
  const at = text.search(/\bwithdraw(?:al|n)\b/);
  return at >= 0 && /\b(?:forces|troops)\b/.test(text.slice(at));
}
