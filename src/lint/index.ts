/**
 * Lint: the pipeline, one room after another.
 *
 * Takes a draft's text and what it is judged by (rule book, lexicons, precedence, levels). Gives its findings, the faults in what the
 * user gave, and what was read of the document. Never touches the disk, the clock or the console.
 */
import type { DocumentKind, DocumentStyle, Fault, Finding, Role, Severity } from '#base';
import { outlineDraft } from '#clauses';
import { type Chain, type Facts, gatherFacts, gatherPackage, type Layers, type Matrix } from '#facts';
import { type Precedence, settle, type WaiverNote } from '#findings';
import { parseDraft, readFrontMatter } from '#parse';
import { type LexiconSet, readPhrases } from '#phrases';
import { judge, type RuleBook } from '#rules';

/** What a draft is judged by. */
export interface LintSetup {
  readonly book: RuleBook;
  readonly lexicons: LexiconSet;
  readonly precedence: Precedence;
  /** ISO date of today, for the expiry of waivers. */
  readonly today: string;
  /** False: waivers in the draft are not heard (audits). */
  readonly inlineConfig: boolean;
  /** Level of single rules: configuration and command line; front matter adds its own. */
  readonly levels: Readonly<Record<string, 'off' | Severity>>;
  /** Address of the rule pages; `CODE` is appended. */
  readonly docsUrl: string;
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
export function readFacts(input: { readonly path: string; readonly text: string }, lexicons: LexiconSet) {
  const parsed = parseDraft(input.text);
  const { frontMatter, faults } = readFrontMatter(parsed);
  const outline = outlineDraft(parsed);
  const phrases = readPhrases(outline, lexicons);
  const facts: Facts = gatherFacts(outline, phrases, frontMatter);
  return { path: input.path, parsed, frontMatter, faults, outline, phrases, facts };
}

/** Lints one draft, as a package of one. Deterministic: the same text and setup give the same result, byte for byte. */
export async function lintDraft(input: { readonly path: string; readonly text: string }, setup: LintSetup): Promise<LintResult> {
  return (await lintPackage([readFacts(input, setup.lexicons)], setup))[0]!;
}

/**
 * Lints the drafts of one package together (catalogue 0.8): what one of them lacks may be in a sister, and what they say differently is a
 * finding. Takes readings, so that only a draft that changed is read again. Gives one result for each draft, in the order given.
 */
export async function lintPackage(readings: readonly DraftReading[], setup: LintSetup): Promise<LintResult[]> {
  if (readings.length === 0) return [];
  const together = gatherPackage(readings);
  const results: LintResult[] = [];
  for (const [n, reading] of readings.entries()) {
    const { path, parsed, frontMatter, faults, outline, facts } = reading;
    const { matches, defects } = await judge(setup.book, together.subjects[n]!);
    const settled = settle(matches, {
      text: parsed.text,
      waivers: setup.inlineConfig ? outline.waivers : [],
      levels: { ...setup.levels, ...frontMatter.rules },
      precedence: setup.precedence,
      docsUrl: setup.docsUrl,
      today: setup.today,
      codes: setup.book.rules.map((rule) => rule.code),
    });
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
