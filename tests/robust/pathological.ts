/** Texts that have made readers of Markdown slow or crash: most are those of cmark's own test of the kind, with words of our own. */
export function markdownTraps(n: number): Readonly<Record<string, string>> {
  const of = (text: string, times = n): string => text.repeat(times);
  const rows = (make: (i: number) => string, times = n): string => Array.from({ length: times }, (_, i) => make(i)).join('');
  return {
    'strong emphasis, nested': `${of('*a **a ')}b${of(' a** a*')}`,
    'emphasis that never opens': of('a_ '),
    'emphasis that never closes': of('_a '),
    'strong that never closes': of('**a '),
    'emphasis of mixed kinds': of('*a_ '),
    'links that never open': of('a]'),
    'links that never close': of('[a'),
    'links without an end': of('[a]('),
    'links of open angles': of('[a](<b'),
    'links in links': `${of('[')}a${of('](b)')}`,
    'brackets, nested': `${of('[')}a${of(']')}`,
    'pictures, nested': `${of('![')}a${of('](b)')}`,
    'quotations, nested': `${of('> ', Math.min(n, 3000))}a`,
    'lists, nested': rows((i) => `${'  '.repeat(i)}* a\n`, Math.min(n, 250)),
    'lists on one line': `${of('- ', Math.min(n, 1500))}a`,
    'backticks of every length': rows((i) => `e${'`'.repeat(i)}`, 300),
    'code spans that never close': of('`a'),
    'comments that never close': of('</', n) + of('<!-- '),
    'declarations and instructions': of('<!A <?b '),
    'open angles': of('<'),
    entities: of('&amp'),
    NUL: of('abc\0de\0'),
    'definitions, all alike': rows(() => '[x]: /u\n') + of('[x] '),
    'tables of many columns': `|${of('a|', 400)}\n|${of('-|', 400)}\n${of(`|${of('b|', 400)}\n`, 20)}`,
    'footnotes that nobody calls': rows((i) => `[^${i}]: a\n`, Math.min(n, 3000)) + of('[^0]', Math.min(n, 3000)),
    'setext lines': of('a\n=\n', Math.min(n, 4000)),
    backslashes: of('\\', n) + of('\\*', n),
    strikethrough: of('~~a ~ '),
  };
}

/** The same for readers of treaties: clauses, sentences, times, references, definitions, waivers. */
export function treatyTraps(n: number): Readonly<Record<string, string>> {
  const of = (text: string, times = n): string => text.repeat(times);
  const rows = (make: (i: number) => string, times = n): string => Array.from({ length: times }, (_, i) => make(i)).join('');
  const articles = '# Treaty of Guarantee\n\n## Article 1\n\n';
  const duty = 'Each Guarantor shall assist Lorn within 24 hours after an armed attack';
  return {
    'points one after another': `${articles}The Parties shall:\n\n${rows((i) => `(${i + 1}) assist Lorn within ${i + 1} hours;\n\n`)}`,
    'points, each under the last':
      articles + rows((i) => `${' '.repeat(Math.min(i, 300))}${i % 2 ? '(a)' : '1.'} assist Lorn;\n`, 400),
    'points of a Markdown list': `${articles}The Parties shall:\n\n${rows((i) => `${i + 1}. assist Lorn.\n`, Math.min(n, 4000))}`,
    'one sentence of words': `${articles}${duty} ${of('and they shall assist it with all means ')}.`,
    'one sentence without an end': `${articles}${of('unless the Parties decide otherwise, ')}`,
    'one word': articles + of('a'),
    'brackets of words': `${articles}${duty} ${of('(')}of any kind${of(')')}.`,
    'brackets that never close': `${articles}${duty} ${of('(of any kind ')}`,
    'square brackets of draft text': `${articles}${duty} ${of('[may] [shall] ')}.`,
    'quotation marks': `${articles}${duty} ${of('“armed ')}${of('attack” ')}.`,
    'cross-references': `${articles}${duty} ${rows((i) => `under Article ${i}(${i % 9})(b) and `)}.`,
    'ranges of references': `${articles}${rows((i) => `See Articles ${i} to ${i + 99999}. `)}`,
    'defined terms': articles + rows((i) => `“Force ${i}” means the forces of Lorn in zone ${i}.\n\n`, Math.min(n, 5000)),
    'definitions in a circle': articles + rows((i) => `“A${i}” means A${(i + 1) % n} or “A${i}”. `, Math.min(n, 2000)),
    'times in a row': `${articles}${duty} ${of('within 24 hours of 3 days before 1 March 2027 or ')}.`,
    'numbers without an end': `${articles}${duty} and pay EUR ${of('9')} million.`,
    'parties in a row': `${articles}${rows((i) => `the Republic of L${i}, `)}shall assist Lorn.`,
    waivers:
      articles + of('<!-- treatylint-disable-next-line TRG001: agreed -->\n\nThe Parties may assist.\n\n', Math.min(n, 2000)),
    headings: rows((i) => `${'#'.repeat((i % 6) + 1)} Article ${i}\n`, n),
    modals: `${articles}The Parties ${of('shall may must will ')}assist.`,
    'conditions in conditions': `${articles}If ${of('the Council decides that, if ')}Lorn is attacked, the Parties shall assist.`,
  };
}
