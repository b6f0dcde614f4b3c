/**
 * Lint: the pipeline, one room after another.
 *
 * Takes a draft's text and what it is judged by (rule book, lexicons, precedence, levels). Gives its findings, the faults in what the
 * user gave, and what was read of the document. Never touches the disk, the clock or the console.
 */
import type { DocumentKind, DocumentStyle, Fault, Finding, Role, Severity } from '#base';
import { outlineDraft } from '#clauses';
import { type Chain, type Facts, gatherFacts } from '#facts';
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

/** Everything the rooms before judgement gave, for `inspect` and `chain`. */
export function readFacts(input: { readonly path: string; readonly text: string }, lexicons: LexiconSet) {
  const parsed = parseDraft(input.text);
  const { frontMatter, faults } = readFrontMatter(parsed);
  const outline = outlineDraft(parsed);
  const phrases = readPhrases(outline, lexicons);
  const facts: Facts = gatherFacts(outline, phrases, frontMatter);
  return { parsed, frontMatter, faults, outline, phrases, facts };
}

/** Lints one draft. Deterministic: the same text and setup give the same result, byte for byte. */
export async function lintDraft(input: { readonly path: string; readonly text: string }, setup: LintSetup): Promise<LintResult> {
  const { parsed, frontMatter, faults, outline, facts } = readFacts(input, setup.lexicons);
  const { matches, defects } = await judge(setup.book, facts.subjects);
  const settled = settle(matches, {
    text: parsed.text,
    waivers: setup.inlineConfig ? outline.waivers : [],
    levels: { ...setup.levels, ...frontMatter.rules },
    precedence: setup.precedence,
    docsUrl: setup.docsUrl,
    today: setup.today,
    codes: setup.book.rules.map((rule) => rule.code),
  });
  return {
    path: input.path,
    text: parsed.text,
    findings: settled.findings,
    waiverNotes: settled.waiverNotes,
    faults: faults.map((fault) => ({ file: input.path, ...fault })),
    defects,
    unfilled: settled.defects,
    document: { kind: facts.reading.kind, style: facts.reading.style, roles: rolesOf(facts), chain: facts.chains },
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
