/**
 * A terminal's output as a picture: text in → SVG out, colours and all. Each run of words is placed and stretched to its columns, so that
 * the carets stand under their words in whatever monospaced font a reader has.
 */

const LETTER = 8.2;
const LINE = 18;
const MARGIN = 16;
const BAR = 34;
/** The colours of a terminal by number: the sixteen usual ones, a cube of six levels each, and greys. */
function palette(n) {
  const usual = ['#484f58', '#ff7b72', '#7ee787', '#e3b341', '#79c0ff', '#d2a8ff', '#56d4dd', '#e6edf3'];
  if (n < 16) return usual[n % 8];
  if (n >= 232) return grey(8 + (n - 232) * 10);
  const level = (step) => (step === 0 ? 0 : 55 + step * 40);
  const at = n - 16;
  return hex([level(Math.floor(at / 36)), level(Math.floor(at / 6) % 6), level(at % 6)]);
}

function grey(value) {
  return hex([value, value, value]);
}

function hex(parts) {
  return `#${parts.map((part) => Number(part).toString(16).padStart(2, '0')).join('')}`;
}

/**
 * @param {string} output with ANSI colours
 * @param {string} name what was typed, or what the picture shows
 * @param {boolean} typed true: shown above the output, after a prompt
 * @returns {string}
 */
export function terminalSvg(output, name, typed = true) {
  const lines = output.trimEnd().split('\n').map(runsOf);
  const prompt = typed
    ? [
        [
          { text: '$ ', look: { dim: true } },
          { text: name, look: { bold: true } },
        ],
        [],
      ]
    : [];
  const all = [...prompt, ...lines];
  const widest = Math.max(...all.map((runs) => runs.reduce((sum, run) => sum + columns(run.text), 0)));
  const width = Math.ceil(widest * LETTER + MARGIN * 2);
  const height = BAR + MARGIN * 2 + all.length * LINE;
  const rows = all.map((runs, n) => row(runs, BAR + MARGIN + n * LINE));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escaped(name)}">
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

function row(runs, top) {
  let at = 0;
  const spans = [];
  const grounds = [];
  for (const { text, look } of runs) {
    const wide = columns(text);
    const x = round(MARGIN + at * LETTER);
    const long = round(wide * LETTER);
    const ground = look.reverse ? (look.ink ?? '#8b949e') : look.ground;
    const ink = look.reverse ? (look.ground ?? '#0d1117') : look.ink;
    if (ground) grounds.push(`<rect x="${x}" y="${top}" width="${long}" height="${LINE}" fill="${ground}"/>`);
    const classes = [look.bold ? 'b' : '', look.dim ? 'd' : '', look.under ? 'u' : ''].filter((name) => name !== '').join(' ');
    const dress = `${classes === '' ? '' : ` class="${classes}"`}${ink ? ` style="fill:${ink}"` : ''}`;
    spans.push(`<tspan x="${x}" textLength="${long}" lengthAdjust="spacingAndGlyphs"${dress}>${escaped(text)}</tspan>`);
    at += wide;
  }
  return spans.length === 0 ? '' : `${grounds.join('')}<text y="${top + 13}">${spans.join('')}</text>`;
}

/** A line cut where its colours change. */
function runsOf(line) {
  const runs = [];
  let look = {};
  for (const [n, part] of line.split('\u001B[').entries()) {
    const cut = n === 0 ? -1 : part.indexOf('m');
    if (n > 0) look = turned(look, part.slice(0, cut).split(';'));
    // A sign of another font gets its own columns.
    for (const text of part.slice(cut + 1).split(/(✋)/)) if (text !== '') runs.push({ text, look });
  }
  return runs;
}

/** How words look after one more sequence of colours. */
function turned(before, codes) {
  let look = { ...before };
  for (let i = 0; i < codes.length; i++) {
    const code = Number(codes[i].split(':')[0]);
    if (code === 0) look = {};
    else if (code === 1) look.bold = true;
    else if (code === 2) look.dim = true;
    else if (code === 4) look.under = true;
    else if (code === 7) look.reverse = true;
    else if (code === 22) look = { ...look, bold: false, dim: false };
    else if (code === 24) look.under = false;
    else if (code === 27) look.reverse = false;
    else if (code === 39) look.ink = undefined;
    else if (code === 49) look.ground = undefined;
    else if (code === 38 || code === 48) {
      const many = codes[i + 1] === '5' ? 2 : 4;
      const colour = many === 2 ? palette(Number(codes[i + 2])) : hex(codes.slice(i + 2, i + 5));
      look[code === 38 ? 'ink' : 'ground'] = colour;
      i += many;
    } else if ((code >= 30 && code <= 37) || (code >= 90 && code <= 97)) look.ink = palette(code % 10);
    else if ((code >= 40 && code <= 47) || (code >= 100 && code <= 107)) look.ground = palette(code % 10);
  }
  return look;
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
