import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type DraftReading, lintPackage, readFacts } from '#lint';
import { readBook } from '#make/book';
import { openLexicons } from '#phrases';
import { openBook } from '#rules';

const root = new URL('../..', import.meta.url).pathname;
const { book } = readBook(join(root, 'rules'));
const lexicons = openLexicons(book.lexicons);
const setup = {
  book: openBook(book.rules),
  lexicons,
  precedence: book.precedence,
  today: '2026-01-01',
  inlineConfig: true,
  levels: {},
  docsUrl: 'rules/',
};

const treaty = `---
kind: framework-guarantee
package: lorn
---

# Treaty of Guarantee for the Republic of Lorn

The Kingdom of Brenn and the Commonwealth of Sund ("the Guarantors") and the Republic of Lorn have agreed as follows:

## Article 1

Each Guarantor shall begin the air defence tasks in Annex A within 24 hours after an armed attack on the Republic of Lorn has begun.

## Article 2

Annex A is an integral part of this Treaty.
`;
const protocol = `---
kind: operational-annex
package: lorn
---

# Protocol on Air Defence

## Article 4

Each Guarantor shall begin the air defence tasks in Annex A within 3 days after an armed attack on the Republic of Lorn has begun.
`;
const annex = `---
kind: operational-annex
package: lorn
---

# Annex A: Tasks

Brenn defends the airspace of Lorn with six batteries.
`;

const read = (path: string, text: string): DraftReading => readFacts({ path, text }, lexicons);
const of = async (code: string, drafts: readonly DraftReading[]) =>
  (await lintPackage(drafts, setup)).map(({ path, text, findings }) => ({
    path,
    findings: findings
      .filter((one) => one.code === code)
      .map(({ severity, clause, quote, start, end, elsewhere }) => {
        expect(text.slice(start, end)).toBe(quote);
        return { severity, clause, quote, elsewhere };
      }),
  }));

describe('drafts of one package', () => {
  it('show a conflict at the later document and name the other place', async () => {
    const other = 'within 24 hours after an armed attack on the Republic of Lorn has begun';
    const start = treaty.indexOf(other);
    const expected = [
      { path: 'treaty.md', findings: [] },
      {
        path: 'protocol.md',
        findings: [
          {
            severity: 'error',
            clause: 'Article 4',
            quote: 'within 3 days after an armed attack on the Republic of Lorn has begun',
            elsewhere: [{ file: 'treaty.md', clause: 'Article 1', quote: other, start, end: start + other.length }],
          },
        ],
      },
      { path: 'annex.md', findings: [] },
    ];
    const drafts = [read('treaty.md', treaty), read('protocol.md', protocol), read('annex.md', annex)];
    expect(await of('PKG004', drafts)).toEqual(expected);
    // The order of the files does not decide which text is the later one.
    expect(await of('PKG004', [...drafts].reverse())).toEqual([...expected].reverse());
  });

  it('are not in conflict where a clause ranks them, or where the hours agree', async () => {
    const ranked = `${treaty}\nIn case of conflict this Treaty prevails over its protocols.\n`;
    const same = protocol.replace('3 days', '24 hours');
    const none = [
      { path: 'treaty.md', findings: [] },
      { path: 'protocol.md', findings: [] },
    ];
    expect(await of('PKG004', [read('treaty.md', ranked), read('protocol.md', protocol)])).toEqual(none);
    expect(await of('PKG004', [read('treaty.md', treaty), read('protocol.md', same)])).toEqual(none);
  });

  it('hold for each other what one of them promises', async () => {
    const missing = { severity: 'error', clause: 'Article 1', quote: 'Annex A', elsewhere: undefined };
    expect(await of('PKG005', [read('treaty.md', treaty)])).toEqual([{ path: 'treaty.md', findings: [missing] }]);
    expect(await of('PKG005', [read('treaty.md', treaty), read('annex.md', annex)])).toEqual([
      { path: 'treaty.md', findings: [] },
      { path: 'annex.md', findings: [] },
    ]);
  });

  it('are judged again from kept readings when one of them changes', async () => {
    const kept = read('treaty.md', treaty);
    const before = await of('PKG004', [kept, read('protocol.md', protocol)]);
    const after = await of('PKG004', [kept, read('protocol.md', protocol.replace('3 days', '24 hours'))]);
    expect(before[1]!.findings).toHaveLength(1);
    expect(after[1]!.findings).toEqual([]);
  });

  it('score their layers together', async () => {
    const fund =
      '---\nkind: economic\npackage: lorn\n---\n\n# Fund\n\nEach Guarantor pays EUR 300 million by 1 March of each year. Assets of the aggressor: the immobilised assets remain immobilised.\n';
    const [alone] = await lintPackage([read('treaty.md', treaty)], setup);
    const [together] = await lintPackage([read('treaty.md', treaty), read('fund.md', fund)], setup);
    expect(alone!.document.layers).toMatchObject({ economic: 0 });
    expect(together!.document.layers).toMatchObject({ economic: 2 });
  });
});
