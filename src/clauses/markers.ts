/** What the first words of a piece say about the unit it begins. */
export interface Marker {
  readonly unit: 'part' | 'article' | 'section' | 'annex' | 'paragraph' | 'point';
  /** As written: `5`, `IV`, `16 bis`, `a`. */
  readonly number: string;
  /** Characters the marker takes, white space and dashes after it included. */
  readonly length: number;
  /** Word it was cited with: `Article`, `Section`, `Annex`, `Chapter`, `§`; empty for a bare number. */
  readonly word: string;
  readonly form: 'word' | 'dotted' | 'parenthesis' | 'half' | 'decimal';
}

const unitWord =
  /^(article|art\.?|section|sec\.|chapter|part|title|annex|annexe|protocol|schedule|appendix|attachment|addendum|enclosure|§)(?:\s+(?=\S)|(?=[\d§])|(?<=§))([\divxlcdm]+(?:\s?(?:bis|ter|quater|quinquies|sexies))?[a-z]?|[a-z]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|first|second|third|fourth|fifth)(?![\w'])/i;

const bareNumber = /^(\d{1,3})\s*([.)])(?=\s|$|\p{Lu}|["'([])/u;
const decimalNumber = /^(\d{1,3}(?:\.\d{1,3}){1,3})\.?(?=\s)/;
const loneNumber = /^(\d{1,3})$/;
const inParens = /^\(\s?((?:\d{1,3}|[a-z]{1,2}|[ivxlc]{1,6})(?:\s?(?:bis|ter))?)\s?\)\s*\.?/i;
const halfParen = /^([a-z]|[ivx]{1,5})\)\s*/i;
const letterDot = /^([a-z])\.(?:\s{1,40}(?=\S)|$|(?=\p{L}{2}))/u;
const upperDot = /^([A-Z])\.(?:\s{1,40}(?=\p{L})|$|(?=\p{L}{2}|"))/u;
const romanDot = /^([IVXLC]{1,6})\.(?:\s{1,40}(?=\S)|(?=\p{Lu}\p{Ll}))/u;

const unitKinds: Readonly<Record<string, Marker['unit']>> = {
  article: 'article',
  art: 'article',
  'art.': 'article',
  section: 'section',
  'sec.': 'section',
  '§': 'section',
  chapter: 'part',
  part: 'part',
  title: 'part',
  annex: 'annex',
  annexe: 'annex',
  protocol: 'annex',
  schedule: 'annex',
  appendix: 'annex',
  attachment: 'annex',
  addendum: 'annex',
  enclosure: 'annex',
};

const cited: Readonly<Record<string, string>> = {
  art: 'Article',
  'art.': 'Article',
  'sec.': 'Section',
  annexe: 'Annex',
  '§': '§',
};

/** The marker a heading, a bold run-in or a line of its own begins with, or null. */
export function unitMarker(text: string): Marker | null {
  const found = unitWord.exec(text);
  if (!found) return null;
  const word = found[1]!.toLowerCase();
  const unit = unitKinds[word];
  if (!unit) return null;
  return {
    unit,
    number: found[2]!,
    length: afterDashes(text, found[0].length),
    word: cited[word] ?? word[0]!.toUpperCase() + word.slice(1),
    form: 'word',
  };
}

/** The marker of a numbered paragraph or lettered point, or null. */
export function pointMarker(text: string): Marker | null {
  const decimal = decimalNumber.exec(text);
  if (decimal)
    return {
      unit: 'paragraph',
      number: decimal[1]!,
      length: afterSpace(text, decimal[0].length),
      word: '',
      form: 'decimal',
    };
  const bare = bareNumber.exec(text);
  if (bare)
    return {
      unit: 'paragraph',
      number: bare[1]!,
      length: afterSpace(text, bare[0].length),
      word: '',
      form: bare[2] === '.' ? 'dotted' : 'half',
    };
  const lone = loneNumber.exec(text);
  if (lone)
    return {
      unit: 'paragraph',
      number: lone[1]!,
      length: text.length,
      word: '',
      form: 'dotted',
    };
  const paren = inParens.exec(text);
  if (paren)
    return {
      unit: /^\d/.test(paren[1]!) ? 'paragraph' : 'point',
      number: paren[1]!,
      length: afterSpace(text, paren[0].length),
      word: '',
      form: 'parenthesis',
    };
  const half = halfParen.exec(text);
  if (half)
    return {
      unit: 'point',
      number: half[1]!,
      length: half[0].length,
      word: '',
      form: 'half',
    };
  const roman = romanDot.exec(text);
  if (roman)
    return {
      unit: 'paragraph',
      number: roman[1]!,
      length: roman[0].length,
      word: '',
      form: 'dotted',
    };
  const letter = letterDot.exec(text) ?? upperDot.exec(text);
  if (letter)
    return {
      unit: 'point',
      number: letter[1]!,
      length: letter[0].length,
      word: '',
      form: 'dotted',
    };
  return null;
}

function afterSpace(text: string, at: number): number {
  let i = at;
  while (i < text.length && text[i] === ' ') i++;
  return i;
}

/** Steps over the dash, colon or full stop between a number and its title. */
function afterDashes(text: string, at: number): number {
  let i = at;
  while (i < text.length && ' .:—–-'.includes(text[i]!)) i++;
  return i;
}

/**
 * A plain line that is a unit's heading though Markdown does not say so: "Article 5", "ARTICLE V — Assistance", "###Article 1",
 * "Article 5. Each Party shall …". A sentence that merely begins with a reference ("Article 5 applies where …") is none.
 */
export function plainHeading(text: string): { readonly marker: Marker; readonly runIn: boolean } | null {
  const bare = /^#{1,6}\s*/.exec(text)?.[0].length ?? 0;
  const marker = unitMarker(text.slice(bare));
  if (!marker) return null;
  const rest = text.slice(bare + marker.length);
  const gap = text.slice(bare, bare + marker.length);
  const whole = { ...marker, length: bare + marker.length };
  if (rest === '') return { marker: whole, runIn: false };
  if (/[.:—–-]\s*$/.test(gap)) {
    const sentence = rest.length > 90 || /[.;:]\s*$/.test(rest);
    return { marker: whole, runIn: sentence && !/^[a-z]/.test(rest) };
  }
  if (bare > 0 || (rest.length <= 70 && !/[.;,:]\s*$/.test(rest) && /^[\p{Lu}("']/u.test(rest) && marker.unit !== 'annex')) {
    return /\b(?:shall|will|applies|apply|may|is|are)\b/.test(rest) ? null : { marker: whole, runIn: false };
  }
  return null;
}

const words =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );
const ordinals = 'zeroth first second third fourth fifth'.split(' ');
const romanDigits: Readonly<Record<string, number>> = {
  i: 1,
  v: 5,
  x: 10,
  l: 50,
  c: 100,
  d: 500,
  m: 1000,
};

/** A number folded for comparison: roman and words to digits, `16 bis` to `16bis`, letters to lower case. */
export function foldNumber(number: string, unit: Marker['unit']): string {
  const low = number.toLowerCase().replace(/\s+/g, '');
  if (words.includes(low)) return String(words.indexOf(low));
  if (ordinals.includes(low)) return String(ordinals.indexOf(low));
  if (unit === 'point') return low;
  if (unit === 'annex' && /^[a-z]$/.test(low) && !/^[ivx]$/.test(low)) return low;
  const parts = /^([ivxlcdm]+)(bis|ter|quater|quinquies|sexies|[a-h])?$/.exec(low);
  if (parts) return `${roman(parts[1]!)}${parts[2] ?? ''}`;
  return low;
}

function roman(text: string): number {
  let sum = 0;
  for (let i = 0; i < text.length; i++) {
    const now = romanDigits[text[i]!]!;
    sum += now < (romanDigits[text[i + 1] ?? ''] ?? 0) ? -now : now;
  }
  return sum;
}
