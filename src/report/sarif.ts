import type { Elsewhere, Finding, Severity } from '#base';
import { occurrences } from './counts.ts';
import { hashOf } from './hash.ts';
import { type Place, placer } from './position.ts';
import type { Format, LintedDraft, ReportOptions, RuleCard } from './types.ts';
import { oneLine, safeJson } from './visible.ts';

const LEVEL: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'note' };
/** GitHub's name for the weight of a rule that is not about security. */
const PROBLEM: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'recommendation' };
/** Code scanning reads descriptions up to this length. */
const MAX_DESCRIPTION = 1024;

/** SARIF 2.1.0 with what code scanning asks for beyond the schema: descriptions, whole regions, fingerprints. */
export const sarif: Format = (drafts, options) => {
  const rules = rulesOf(drafts, options);
  const index = new Map(rules.map((rule, position) => [rule.code, position]));
  const placeIn = placersOf(drafts);
  const notes = drafts.flatMap((draft) => notesOf(draft, options));
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'treatylint', semanticVersion: options.version, rules: rules.map((rule) => descriptor(rule)) } },
        columnKind: 'utf16CodeUnits',
        invocations: [{ executionSuccessful: notes.length === 0, toolExecutionNotifications: notes }],
        results: drafts.flatMap((draft) => resultsOf(draft, index, placeIn, options)),
      },
    ],
  };
  return `${safeJson(log, 2)}\n`;
};

interface Described extends RuleCard {
  readonly docsUrl: string;
}

/** The rules that the results name, by code; a finding whose rule is not in the book describes itself. */
function rulesOf(drafts: readonly LintedDraft[], options: ReportOptions): readonly Described[] {
  const book = new Map(options.rules.map((rule) => [rule.code, rule]));
  const used = new Map<string, Described>();
  for (const finding of drafts.flatMap((draft) => draft.findings)) {
    if (used.has(finding.code)) continue;
    const { code, name, severity, why, remedy, docsUrl } = finding;
    used.set(code, { code, name, severity, why, remedy, title: name, ...book.get(code), docsUrl });
  }
  return [...used.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
}

function descriptor(rule: Described): object {
  const full = oneLine(rule.why) || oneLine(rule.title);
  const help = oneLine(rule.remedy) || full;
  return {
    id: rule.code,
    name: rule.name,
    shortDescription: { text: short(oneLine(rule.title)) },
    fullDescription: { text: short(full) },
    help: { text: help, markdown: `**What to do.** ${help}` },
    ...(isUri(rule.docsUrl) ? { helpUri: rule.docsUrl } : {}),
    defaultConfiguration: { level: LEVEL[rule.severity] },
    properties: { tags: [rule.code.slice(0, 3)], precision: 'high', 'problem.severity': PROBLEM[rule.severity] },
  };
}

/** Places in the texts of a run, by the path as it was given; null for a text that was not linted with it. */
function placersOf(drafts: readonly LintedDraft[]): (path: string) => ReturnType<typeof placer> | null {
  const placers = new Map<string, ReturnType<typeof placer>>();
  return (path) => {
    const draft = drafts.find((each) => each.path === path);
    if (!draft) return null;
    const known = placers.get(path) ?? placer(draft.text);
    placers.set(path, known);
    return known;
  };
}

/** The other place of a conflict, in this draft or in a sister, with its words as the reason. */
function elsewhere(each: Elsewhere, place: ReturnType<typeof placer> | null, options: ReportOptions): object {
  const uri = uriOf(options.relative(each.file));
  const message = { text: `Against: “${short(oneLine(each.quote))}”` };
  return place === null
    ? { physicalLocation: { artifactLocation: { uri } }, message }
    : { ...location(uri, place(each), each, each.clause), message };
}

function resultsOf(
  draft: LintedDraft,
  index: ReadonlyMap<string, number>,
  placeIn: ReturnType<typeof placersOf>,
  options: ReportOptions,
): object[] {
  const place = placer(draft.text);
  const uri = uriOf(options.relative(draft.path));
  const count = occurrences();
  return draft.findings.map((finding) => {
    const occurrence = count(finding.fingerprint);
    const related = [
      ...finding.further.map((each) => location(uri, place(each), each, each.clause)),
      ...(finding.elsewhere ?? []).map((each) => elsewhere(each, placeIn(each.file), options)),
    ];
    return {
      ruleId: finding.code,
      ruleIndex: index.get(finding.code)!,
      level: LEVEL[finding.severity],
      message: { text: oneLine(finding.message) },
      locations: [location(uri, place(finding), finding, finding.clause)],
      ...(related.length > 0 ? { relatedLocations: related.map((each, id) => ({ id: id + 1, ...each })) } : {}),
      ...(draft.baseline === undefined ? {} : { baselineState: finding.waived?.from === 'baseline' ? 'unchanged' : 'new' }),
      partialFingerprints: {
        primaryLocationLineHash: `${hashOf(finding.fingerprint).slice(0, 16)}:${occurrence}`,
        'treatylintClause/v1': `${finding.fingerprint}:${occurrence}`,
      },
      ...(finding.suggestions.length > 0 ? { fixes: finding.suggestions.map((each) => fixOf(each, uri, place(each))) } : {}),
      ...(finding.waived
        ? {
            suppressions: [
              {
                kind: finding.waived.from === undefined ? 'inSource' : 'external',
                status: 'accepted',
                justification: finding.waived.reason,
              },
            ],
          }
        : {}),
      properties: { confidence: finding.confidence, related: finding.related },
    };
  });
}

function location(
  uri: string,
  place: Place,
  span: { readonly start: number; readonly end: number },
  clause: string | null,
): object {
  return {
    physicalLocation: {
      artifactLocation: { uri },
      region: { ...regionOf(place), charOffset: span.start, charLength: span.end - span.start },
    },
    ...(clause === null ? {} : { logicalLocations: [{ fullyQualifiedName: clause, kind: 'clause' }] }),
  };
}

function regionOf({ start, end }: Place): object {
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

function fixOf(suggestion: Finding['suggestions'][number], uri: string, place: Place): object {
  return {
    description: { text: oneLine(suggestion.desc) },
    artifactChanges: [
      {
        artifactLocation: { uri },
        replacements: [{ deletedRegion: regionOf(place), insertedContent: { text: suggestion.text } }],
      },
    ],
  };
}

/** Faults and defects of a draft: why its results are missing or not whole. */
function notesOf(draft: LintedDraft, options: ReportOptions): object[] {
  const uri = uriOf(options.relative(draft.path));
  return [
    ...draft.faults.map((fault) => fault.message),
    ...draft.defects.map((defect) => `A defect in treatylint: ${defect.message}`),
  ].map((text) => ({
    level: 'error',
    message: { text: oneLine(text) },
    locations: [{ physicalLocation: { artifactLocation: { uri } } }],
  }));
}

function short(text: string): string {
  return text.length <= MAX_DESCRIPTION ? text : `${text.slice(0, MAX_DESCRIPTION - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

function isUri(text: string): boolean {
  return text.startsWith('https://') || text.startsWith('http://');
}

/** A path as a URI reference: every letter that a URI does not allow is escaped. */
function uriOf(path: string): string {
  const escaped = path
    .replaceAll('\\', '/')
    .split('/')
    .map((part) => encodeURIComponent(part.replace(/\p{Surrogate}/gu, '\ufffd')));
  return escaped[0] === '' ? `file://${escaped.join('/')}` : escaped.join('/');
}
