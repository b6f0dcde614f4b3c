import { describe, expect, test } from 'vitest';
import type { LintedDraft } from '#report';
import { sarif } from '../../src/report/sarif.ts';
import { draftOf, findingOn, OPTIONS, QUALIFIER, RESPONSE, TEXT } from './sample.ts';

interface Result {
  readonly ruleId: string;
  readonly baselineState?: string;
  readonly suppressions?: readonly { readonly kind: string }[];
  readonly relatedLocations?: readonly object[];
}
const results = (drafts: readonly LintedDraft[]): Result[] =>
  (JSON.parse(sarif(drafts, OPTIONS)) as { runs: { results: Result[] }[] }).runs[0]!.results;

describe('SARIF', () => {
  test('says of each result whether the baseline knows it, and nothing without one', () => {
    const known = { ...QUALIFIER, waived: { reason: 'known in b.json', from: 'baseline' } };
    const states = (drafts: readonly LintedDraft[]) =>
      results(drafts).map(({ ruleId, baselineState, suppressions }) => [ruleId, baselineState, suppressions?.[0]?.kind]);
    expect(states([draftOf([RESPONSE, known], { baseline: 'b.json' })])).toEqual([
      ['TRG001', 'new', undefined],
      ['OBL002', 'unchanged', 'external'],
    ]);
    expect(states([draftOf([RESPONSE])])).toEqual([['TRG001', undefined, undefined]]);
  });

  test('places the other side of a conflict, in this draft or in its sister', () => {
    const sister = draftOf([], { path: 'drafts/annex.md', text: '# Annex\n\nHelp comes within 48 hours.\n' });
    const at = findingOn(sister.text, 'within 48 hours');
    const other = { file: 'drafts/annex.md', clause: 'paragraph 1', quote: 'within 48 hours', start: at.start, end: at.end };
    const far = { ...other, file: 'gone.md' };
    const furtherPlace = findingOn(TEXT, 'as appropriate');
    const finding = {
      ...RESPONSE,
      further: [{ start: furtherPlace.start, end: furtherPlace.end, clause: 'Article 3(2)', quote: 'as appropriate' }],
      elsewhere: [other, far],
    };
    const message = { text: 'Against: “within 48 hours”' };
    expect(results([draftOf([finding]), sister])[0]!.relatedLocations).toEqual([
      expect.objectContaining({ id: 1, logicalLocations: [{ fullyQualifiedName: 'Article 3(2)', kind: 'clause' }] }),
      {
        id: 2,
        physicalLocation: {
          artifactLocation: { uri: 'drafts/annex.md' },
          region: { startLine: 3, startColumn: 12, endLine: 3, endColumn: 27, charOffset: at.start, charLength: 15 },
        },
        logicalLocations: [{ fullyQualifiedName: 'paragraph 1', kind: 'clause' }],
        message,
      },
      { id: 3, physicalLocation: { artifactLocation: { uri: 'gone.md' } }, message },
    ]);
  });
});
