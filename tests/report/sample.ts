import type { Finding } from '#base';
import type { ChainCard, LintedDraft, ReportOptions, StepCard } from '#report';

/** A draft of one article, written for these tests; the finding stands on two wrapped lines. */
export const TEXT = `# Agreement

## Article 3

1. If the Recipient is attacked, each Guarantor shall consult and shall take
   such steps as it thinks fit.

2. Help may include 🛡 supplies, as appropriate.
`;

/** A finding on words of a text; everything not given is plain. */
export function findingOn(text: string, quote: string, more: Partial<Finding> = {}): Finding {
  const start = text.indexOf(quote);
  return {
    code: 'TRG001',
    name: 'discretionary-response',
    severity: 'error',
    message: `Each Guarantor decides alone: "${quote}".`,
    why: 'The other side may say that a note of protest was enough.',
    remedy: 'Name a first measure and a time limit.',
    start,
    end: start + quote.length,
    quote,
    clause: 'Article 3(1)',
    confidence: 'explicit',
    related: [],
    further: [],
    suggestions: [],
    docsUrl: 'https://example.org/TRG001',
    fingerprint: `${more.code ?? 'TRG001'}-${start}`,
    ...more,
  };
}

export const RESPONSE = findingOn(TEXT, 'take\n   such steps as it thinks fit', {
  message: 'Each Guarantor chooses its own response.',
  quote: 'take\n   such steps as it thinks fit',
  related: ['OBL003'],
});
const begin = RESPONSE.start;
export const RESPONSE_WITH_REPAIR: Finding = {
  ...RESPONSE,
  suggestions: [
    { desc: 'Name a first measure', start: begin, end: RESPONSE.end, text: 'provide the measures of Annex A within 24 hours' },
  ],
};
export const QUALIFIER = findingOn(TEXT, 'as appropriate', {
  code: 'OBL002',
  name: 'escape-qualifier',
  severity: 'warning',
  message: '"as appropriate" leaves the duty to the one who owes it.',
  clause: 'Article 3(2)',
});
export const REMARK = findingOn(TEXT, 'Agreement', {
  code: 'DRF009',
  name: 'mixed-style',
  severity: 'info',
  message: 'Two styles are mixed.',
  clause: null,
});

/** A chain that waits for a decision without a limit, and then acts within a day. */
export const CHAIN: ChainCard = {
  clause: 'Article 3',
  trigger: 'armed attack',
  grade: 'D',
  reason: 'the decision has no limit of time',
  worstCase: null,
  guaranteedFirstAction: null,
  guaranteedFirstMilitaryAction: null,
  vetoes: 1,
  aggressorVetoes: 0,
  toReachB: ['TRG001'],
  steps: [
    step('trigger', 'armed attack', 0, 'auto'),
    { ...step('gate', 'shall decide', null, 'none'), owner: 'Council', discretion: 'full' },
    step('action', 'shall deploy <b>', 24, 'hard'),
  ],
};

function step(kind: string, label: string, hours: number | null, bound: string): StepCard {
  return { kind, label, owner: '', hours, bound, implicit: false, critical: true, discretion: 'none', clause: 'Article 3' };
}

export function draftOf(findings: readonly Finding[], more: Partial<LintedDraft> = {}): LintedDraft {
  return {
    path: 'drafts/a.md',
    text: TEXT,
    findings,
    faults: [],
    defects: [],
    document: {
      kind: 'bilateral-guarantee',
      style: 'treaty',
      roles: { guarantors: ['Guarantor'] },
      chain: [CHAIN],
    },
    ...more,
  };
}

/** A path that could not be read, as the command line gives it to every format. */
export const UNREAD: LintedDraft = {
  path: 'gone.md',
  text: '',
  findings: [],
  faults: [{ file: 'gone.md', pointer: '', message: 'no such file or folder' }],
  defects: [],
  document: null,
};

export const OPTIONS: ReportOptions = {
  color: false,
  width: 100,
  quiet: false,
  all: false,
  version: '1.2.3',
  absolute: (path) => `/w/${path}`,
  relative: (path) => path,
  rules: [
    {
      code: 'TRG001',
      name: 'discretionary-response',
      title: 'Each guarantor chooses its own response',
      severity: 'error',
      why: 'No floor.',
      remedy: 'Name a measure.',
    },
    {
      code: 'OBL002',
      name: 'escape-qualifier',
      title: 'A qualifier takes the duty back',
      severity: 'warning',
      why: 'A way out.',
      remedy: 'Strike it.',
    },
  ],
};
