/**
 * Lint: the pipeline, one room after another.
 *
 * Takes a draft's text and what it is judged by (rule book, lexicons, precedence, levels). Gives its findings, the faults in what the
 * user gave, and what was read of the document. Never touches the disk, the clock or the console.
 */
import {
  type DocumentKind,
  type DocumentStyle,
  type Fault,
  type Finding,
  type FrontMatter,
  measured,
  measuredLater,
  type Role,
  type Severity,
  type Waiver,
} from '#base';
import { clauseNamed, nearestClause, type Outline, outlineDraft } from '#clauses';
import { type Chain, type Facts, gatherFacts, gatherPackage, type Layers, type Matrix } from '#facts';
import { type Precedence, settle, type WaiverNote } from '#findings';
import { parseDraft, readFrontMatter } from '#parse';
import { type LexiconSet, readPhrases } from '#phrases';
import { judge, type RuleBook } from '#rules';

/** What every draft of a run is judged by. */
export interface BookSetup {
  readonly book: RuleBook;
  readonly precedence: Precedence;
  /** ISO date of today, for the expiry of waivers. */
  readonly today: string;
  /** Address of the rule pages; `CODE` is appended. */
  readonly docsUrl: string;
}

/** What one draft is judged by beside the book. */
export interface DraftSettings {
  /** False: waivers in the draft are not heard (audits). */
  readonly inlineConfig: boolean;
  /** Level of single rules as configured; the front matter of the draft has the last word. */
  readonly levels: Readonly<Record<string, 'off' | Severity>>;
  /** Level of single rules by command, over those of the front matter. */
  readonly commanded?: Readonly<Record<string, 'off' | Severity>>;
  /** Waivers by clause that stand in the configuration. */
  readonly waivers?: readonly ClauseWaiver[];
}

/** What a single draft is read and judged by. */
export interface LintSetup extends BookSetup, DraftSettings {
  readonly lexicons: LexiconSet;
  /** What the configuration says of the draft; its own front matter has the last word. */
  readonly defaults?: FrontMatter;
}

/** A waiver by clause that stands outside the draft. */
export interface ClauseWaiver {
  readonly clause: string;
  readonly rules: readonly string[];
  readonly reason: string;
  readonly by?: string;
  readonly until?: string;
  /** The place that messages name. */
  readonly from: string;
}

/** What was read of the document as a whole (design 4, `document`). */
export interface DocumentSummary {
  readonly kind: DocumentKind;
  readonly style: DocumentStyle;
  readonly roles: Readonly<Partial<Record<Role, readonly string[]>>>;
  readonly chain: readonly Chain[];
  /** Scores of the four layers, 0 to 3, over the whole package (PKG001, decision 75); absent where no guarantee is promised. */
  readonly layers?: Layers;
  /** Who has which task, over the whole package (PKG003); absent where no guarantee of several is promised. */
  readonly matrix?: Matrix;
}

/** The result of one draft. */
export interface LintResult {
  readonly path: string;
  readonly text: string;
  /** In the order of the text; waived ones carry `waived`. */
  readonly findings: readonly Finding[];
  readonly waiverNotes: readonly WaiverNote[];
  /** What the draft's author gave wrong: front matter. */
  readonly faults: readonly Fault[];
  /** What broke in us. */
  readonly defects: readonly { readonly code: string; readonly message: string }[];
  /** Names in a rule's message that no fact filled; the finding stands with the words of its place. For the rule book's tests. */
  readonly unfilled: readonly { readonly code: string; readonly message: string }[];
  readonly document: DocumentSummary;
}

/** A draft as the rooms before judgement read it: kept, it need not be read again when a sister draft changes. */
export type DraftReading = ReturnType<typeof readFacts>;

/** Everything the rooms before judgement gave, for `inspect` and `chain`, and for a package that is judged again. */
export function readFacts(
  input: { readonly path: string; readonly text: string },
  lexicons: LexiconSet,
  defaults: FrontMatter = {},
) {
  const parsed = measured('room', 'parse', () => parseDraft(input.text));
  const { frontMatter: own, faults } = readFrontMatter(parsed);
  const frontMatter: FrontMatter = { ...defaults, ...own };
  const outline = measured('room', 'clauses', () => outlineDraft(parsed));
  const phrases = measured('room', 'phrases', () => readPhrases(outline, lexicons));
  const facts: Facts = measured('room', 'facts', () => gatherFacts(outline, phrases, frontMatter));
  return { path: input.path, parsed, frontMatter, faults, outline, phrases, facts };
}

/** Lints one draft, as a package of one. Deterministic: the same text and setup give the same result, byte for byte. */
export async function lintDraft(input: { readonly path: string; readonly text: string }, setup: LintSetup): Promise<LintResult> {
  return (await lintPackage([readFacts(input, setup.lexicons, setup.defaults)], setup))[0]!;
}

/**
 * Lints the drafts of one package together (catalogue 0.8): what one of them lacks may be in a sister, and what they say differently is a
 * finding. Takes readings, so that only a draft that changed is read again. Gives one result for each draft, in the order given.
 *
 * @param settings of each draft, in the order of the readings; without them those of the setup count.
 */
export async function lintPackage(
  readings: readonly DraftReading[],
  setup: BookSetup & Partial<DraftSettings>,
  settings: readonly DraftSettings[] = [],
): Promise<LintResult[]> {
  if (readings.length === 0) return [];
  const together = measured('room', 'facts', () => gatherPackage(readings));
  const names = new Map(setup.book.rules.map((rule) => [rule.name, rule.code]));
  const results: LintResult[] = [];
  for (const [n, reading] of readings.entries()) {
    const { inlineConfig, levels, commanded, waivers = [] } = { inlineConfig: true, levels: {}, ...setup, ...settings[n] };
    const { path, parsed, frontMatter, faults, outline, facts } = reading;
    const { matches, defects } = await measuredLater('room', 'rules', () => judge(setup.book, together.subjects[n]!));
    const settled = measured('room', 'findings', () =>
      settle(matches, {
        text: parsed.text,
        waivers: [...(inlineConfig ? outline.waivers : []), ...waivers.map((each) => placeWaiver(each, outline))],
        levels: { ...levels, ...frontMatter.rules, ...commanded },
        precedence: setup.precedence,
        docsUrl: setup.docsUrl,
        today: setup.today,
        codes: setup.book.rules.map((rule) => rule.code),
        names,
      }),
    );
    results.push({
      path,
      text: parsed.text,
      findings: settled.findings,
      waiverNotes: settled.waiverNotes,
      faults: faults.map((fault) => ({ file: path, ...fault })),
      defects,
      unfilled: settled.defects,
      document: {
        kind: facts.reading.kind,
        style: facts.reading.style,
        roles: rolesOf(facts),
        chain: facts.chains,
        ...(together.layers ? { layers: together.layers } : {}),
        ...(together.matrix ? { matrix: together.matrix } : {}),
      },
    });
  }
  return results;
}

/** A waiver of the configuration as if it stood in the draft. */
function placeWaiver({ clause, rules, ...given }: ClauseWaiver, outline: Outline): Waiver {
  const named = clauseNamed(outline.clauses, clause);
  const near = named ? null : nearestClause(outline.clauses, clause);
  return {
    ...given,
    form: 'clause',
    codes: rules,
    clause,
    ...(near === null ? {} : { near }),
    at: null,
    covers: named?.span ?? { start: 0, end: 0 },
  };
}

function rolesOf(facts: Facts): Partial<Record<Role, readonly string[]>> {
  const roles: Partial<Record<Role, string[]>> = {};
  for (const party of facts.reading.roles.parties) {
    for (const role of party.roles) {
      const names = roles[role] ?? [];
      names.push(party.name);
      roles[role] = names;
    }
  }
  return roles;
}
