/**
 * A terminal's output as a picture: text in → SVG out, colours and all. Each run of words is placed and stretched to its columns, so that
 * the carets stand under their words in whatever monospaced font a reader has.
 */

const LETTER = 8.2;
const LINE = 18;
const MARGIN = 16;
const BAR = 34;
const COLOURS = {
  31: '#ff7b72',
  32: '#7ee787',
  33: '#e3b341',
  34: '#79c0ff',
  36: '#56d4dd',
};

/**
 * @param {string} output with ANSI colours
 * @param {string} command what was typed, shown above it
 * @returns {string}
 */
export function terminalSvg(output, command) {
  const lines = output.trimEnd().split('\n').map(runsOf);
  const widest = Math.max(command.length + 2, ...lines.map((runs) => runs.reduce((sum, run) => sum + columns(run.text), 0)));
  const width = Math.ceil(widest * LETTER + MARGIN * 2);
  const height = BAR + MARGIN * 2 + (lines.length + 2) * LINE;
  const typed = [
    { text: '$ ', style: 'class="d"' },
    { text: command, style: 'class="b"' },
  ];
  const rows = [typed, [], ...lines].map((runs, n) => row(runs, BAR + MARGIN + n * LINE + 13));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escaped(command)}">
<style>text { font: 13.6px ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace; fill: #e6edf3; white-space: pre } .b { font-weight: 700 } .d { fill: #8b949e } .u { text-decoration: underline }</style>
<rect width="100%" height="100%" rx="10" fill="#0d1117"/>
<circle cx="20" cy="18" r="6" fill="#ff5f57"/><circle cx="40" cy="18" r="6" fill="#febc2e"/><circle cx="60" cy="18" r="6" fill="#28c840"/>
${rows.filter((each) => each !== '').join('\n')}
</svg>
`;
}

/** The words that a picture shows, line by line: for a test that compares them with the output. */
export function wordsOf(svg) {
  return [...svg.matchAll(/<text[^>]*>(.*?)<\/text>/g)].map(([, inside]) =>
    inside
      .replace(/<[^>]+>/g, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&'),
  );
}

function row(runs, y) {
  let at = 0;
  const spans = [];
  for (const { text, style } of runs) {
    const wide = columns(text);
    const place = `x="${round(MARGIN + at * LETTER)}" textLength="${round(wide * LETTER)}" lengthAdjust="spacingAndGlyphs"`;
    spans.push(`<tspan ${place}${style === '' ? '' : ` ${style}`}>${escaped(text)}</tspan>`);
    at += wide;
  }
  return spans.length === 0 ? '' : `<text y="${y}">${spans.join('')}</text>`;
}

/** A line cut where its colours change. */
function runsOf(line) {
  const runs = [];
  const on = new Set();
  for (const [n, part] of line.split('\u001B[').entries()) {
    const cut = n === 0 ? -1 : part.indexOf('m');
    if (n > 0) for (const each of part.slice(0, cut).split(';')) turn(on, Number(each));
    // A sign of another font gets its own columns.
    for (const text of part.slice(cut + 1).split(/(✋)/)) if (text !== '') runs.push({ text, style: styleOf(on) });
  }
  return runs;
}

function turn(on, code) {
  if (code === 0) on.clear();
  else if (code === 22) for (const each of [1, 2]) on.delete(each);
  else if (code === 24) on.delete(4);
  else if (code === 39) for (const each of Object.keys(COLOURS)) on.delete(Number(each));
  else on.add(code);
}

function styleOf(on) {
  const classes = [on.has(1) ? 'b' : '', on.has(2) ? 'd' : '', on.has(4) ? 'u' : ''].filter((name) => name !== '');
  const colour = Object.keys(COLOURS).find((code) => on.has(Number(code)));
  return [classes.length > 0 ? `class="${classes.join(' ')}"` : '', colour ? `style="fill:${COLOURS[colour]}"` : '']
    .filter((part) => part !== '')
    .join(' ');
}

/** Columns of a terminal: a sign like ✋ takes two. */
function columns(text) {
  let wide = 0;
  for (const letter of text) wide += letter.codePointAt(0) === 0x270b ? 2 : 1;
  return wide;
}

function round(value) {
  return Math.round(value * 10) / 10;
}

function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
