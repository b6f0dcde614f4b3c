import type { Finding, Severity } from '#base';
import type { Match } from '#rules';
import { fingerprinter } from './fingerprint.ts';
import { gather, oncePerPlace } from './gather.ts';
import { giveWay } from './give-way.ts';
import { placeMatch } from './place.ts';
import type { Settings, Sighting, WaiverNote } from './types.ts';
import { waive } from './waive.ts';
import { afterSentence, fill } from './wording.ts';

/** What a draft's matches come to. */
export interface Settled {
  /** In the order of the text; waived ones among them. */
  readonly findings: readonly Finding[];
  readonly waiverNotes: readonly WaiverNote[];
  /** Wordings that a rule could not fill. */
  readonly defects: readonly { readonly code: string; readonly message: string }[];
}

/** Makes findings of matches. Pure; the order of the matches does not count. */
export function settle(matches: readonly Match[], settings: Settings): Settled {
  const placed = oncePerPlace(matches.flatMap((match) => place(match, settings)));
  const { sightings, notes } = waive(giveWay(placed, settings.precedence), settings);
  const defects = new Map<string, { code: string; message: string }>();
  const fingerprint = fingerprinter();
  const findings = gather(sightings).map((each) => {
    const unfilled = (name: string): void => {
      const { code } = each.match.rule;
      if (!defects.has(`${code} ${name}`))
        defects.set(`${code} ${name}`, { code, message: `{${name}} is not filled by ${each.match.subject.id}` });
    };
    return word(each, settings, fingerprint, unfilled);
  });
  return { findings, waiverNotes: notes, defects: [...defects.values()] };
}

/** Place and level of a match; none where its rule is off. */
function place(match: Match, { text, levels }: Settings): Sighting[] {
  const { code } = match.rule;
  const level = Object.hasOwn(levels, code) ? levels[code] : undefined;
  if (level === 'off') return [];
  const where = placeMatch(match, text);
  return [
    {
      ...where,
      match,
      severity: level ?? capped(match.severity, where.confidence === 'inferred'),
      related: new Set(),
      further: [],
    },
  ];
}

/** What the reader inferred is never an error; a level that the user set is the user's word. */
function capped(severity: Severity, inferred: boolean): Severity {
  return inferred && severity === 'error' ? 'warning' : severity;
}

function word(
  each: Sighting,
  { text, docsUrl }: Settings,
  fingerprint: ReturnType<typeof fingerprinter>,
  unfilled: (name: string) => void,
): Finding {
  const { match, severity, confidence, start, end, further, waived } = each;
  const { rule, subject } = match;
  const filling = { match, place: { start, end }, text, unfilled, bare: false };
  const quote = text.slice(start, end);
  return {
    code: rule.code,
    name: rule.name,
    severity,
    message: capital(fill(match.case.message ?? rule.message, filling)),
    why: match.case.why ?? rule.why,
    remedy: capital(fill(match.case.remedy ?? rule.remedy, filling)),
    start,
    end,
    quote,
    clause: subject.clause,
    confidence,
    related: [...each.related].filter((code) => code !== rule.code).sort(),
    further,
    ...(subject.elsewhere && subject.elsewhere.length > 0 ? { elsewhere: subject.elsewhere } : {}),
    suggestions: rule.suggestions.map(({ desc, text: words, mode }) => {
      const after = afterSentence(text, Math.max(end, subject.clause === null ? end : Math.min(subject.span.end, text.length)));
      return {
        desc,
        text: fill(words, { ...filling, bare: true }),
        ...(mode === 'replace' ? { start, end } : { start: after, end: after }),
      };
    }),
    docsUrl: docsUrl + rule.code,
    fingerprint: fingerprint(rule.code, subject.clause, quote),
    ...(waived ? { waived } : {}),
  };
}

/** A sentence that begins with a fact begins with a capital. */
function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
