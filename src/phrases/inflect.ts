/** The four forms of a verb besides its lemma. */
export interface VerbForms {
  /** Third person singular: `gives`. */
  readonly third: string;
  /** Simple past: `gave`. */
  readonly past: string;
  /** Present participle: `giving`. */
  readonly ing: string;
  /** Past participle: `given`. */
  readonly participle: string;
}

/** Lemma, past, participle of the irregular verbs that treaties use; a verb with a prefix ("undertake") is listed under its own name. */
const irregular = new Map<string, readonly [past: string, participle: string]>();
for (const row of `arise arose arisen|awake awoke awoken|bear bore borne|beat beat beaten|become became become|befall befell befallen
begin began begun|bind bound bound|break broke broken|breed bred bred|bring brought brought|broadcast broadcast broadcast
build built built|burn burnt burnt|buy bought bought|cast cast cast|catch caught caught|choose chose chosen|come came come
cost cost cost|cut cut cut|deal dealt dealt|do did done|draw drew drawn|drive drove driven|eat ate eaten|fall fell fallen|feed fed fed
feel felt felt|fight fought fought|find found found|flee fled fled|fly flew flown|forbid forbade forbidden|forecast forecast forecast
foresee foresaw foreseen|forget forgot forgotten|forgive forgave forgiven|forgo forwent forgone|freeze froze frozen|get got got
give gave given|go went gone|grow grew grown|hear heard heard|hide hid hidden|hit hit hit|hold held held|hurt hurt hurt
keep kept kept|know knew known|lay laid laid|lead led led|leave left left|lend lent lent|let let let|lose lost lost|make made made
mean meant meant|meet met met|mislead misled misled|mistake mistook mistaken|misunderstand misunderstood misunderstood
offset offset offset|outbid outbid outbid|overcome overcame overcome|overfly overflew overflown|oversee oversaw overseen
override overrode overridden|overrun overran overrun|overtake overtook overtaken|overthrow overthrew overthrown|partake partook partaken
pay paid paid|prepay prepaid prepaid|put put put|read read read|rebuild rebuilt rebuilt|redo redid redone|redraw redrew redrawn|repay repaid repaid
reset reset reset|rethink rethought rethought|rewrite rewrote rewritten|ride rode ridden|ring rang rung|rise rose risen|run ran run
say said said|see saw seen|seek sought sought|sell sold sold|send sent sent|set set set|shake shook shaken|shoot shot shot
show showed shown|shrink shrank shrunk|shut shut shut|sink sank sunk|sit sat sat|sleep slept slept|speak spoke spoken|spend spent spent
split split split|spread spread spread|stand stood stood|steal stole stolen|stick stuck stuck|strike struck struck|strive strove striven
swear swore sworn|sweep swept swept|take took taken|teach taught taught|tear tore torn|tell told told|think thought thought
throw threw thrown|undergo underwent undergone|underlie underlay underlain|understand understood understood
undertake undertook undertaken|undo undid undone|uphold upheld upheld|upset upset upset|wear wore worn|win won won
wind wound wound|withdraw withdrew withdrawn|withhold withheld withheld|withstand withstood withstood|write wrote written`.split(
  /[|\n]/,
)) {
  const [lemma, past, participle] = row.trim().split(' ') as [string, string, string];
  irregular.set(lemma, [past, participle]);
}

/** Verbs of two or more syllables, stressed on the last, that double their last letter; and those British spelling doubles. */
const doubling = new Set(
  `abet abhor abut acquit admit allot annul begin cancel channel commit compel concur confer control counsel defer deter dispel emit
  enrol equip excel expel forbid forget fulfil incur infer initial input instal instil intermit label level marshal model
  occur offset omit output patrol permit prefer program propel quarrel readmit rebel rebut recommit recur refer
  regret remit repel reset run signal submit total transfer transmit travel tunnel upset`.split(/\s+/),
);

const vowels = new Set(['a', 'e', 'i', 'o', 'u']);

/** One-syllable consonant, vowel, consonant ("stop", "plan", "ship"), where the last letter doubles; never w, x or y. */
function isShort(lemma: string): boolean {
  const last = lemma.at(-1) ?? '';
  if (lemma.length < 3 || vowels.has(last) || 'wxy'.includes(last)) return false;
  const before = lemma.at(-2) as string;
  if (!vowels.has(before)) return false;
  const head = lemma.slice(0, -2);
  // "qu" is a consonant: "quit", "equip".
  if (head.endsWith('qu')) return ![...head.slice(0, -2)].some((letter) => vowels.has(letter));
  return ![...head].some((letter) => vowels.has(letter) || letter === 'y');
}

function endsInConsonantY(lemma: string): boolean {
  return lemma.length > 1 && lemma.endsWith('y') && !vowels.has(lemma.at(-2) as string);
}

function third(lemma: string): string {
  if (lemma === 'have') return 'has';
  if (endsInConsonantY(lemma)) return `${lemma.slice(0, -1)}ies`;
  // "vetoes", "goes" and "undergoes" as after a hiss.
  if (/(?:s|x|z|ch|sh|[^aeiou]o)$/.test(lemma)) return `${lemma}es`;
  return `${lemma}s`;
}

function ing(lemma: string, doubled: boolean): string {
  if (lemma.endsWith('ie')) return `${lemma.slice(0, -2)}ying`;
  if (lemma.endsWith('e') && !/(?:ee|oe|ye)$/.test(lemma) && lemma !== 'be') return `${lemma.slice(0, -1)}ing`;
  if (lemma.endsWith('ic')) return `${lemma}king`;
  return doubled ? `${lemma}${lemma.at(-1)}ing` : `${lemma}ing`;
}

function regularPast(lemma: string, doubled: boolean): string {
  if (lemma.endsWith('e')) return `${lemma}d`;
  if (endsInConsonantY(lemma)) return `${lemma.slice(0, -1)}ied`;
  if (lemma.endsWith('ic')) return `${lemma}ked`;
  return doubled ? `${lemma}${lemma.at(-1)}ed` : `${lemma}ed`;
}

/**
 * Forms of an English verb: regular spelling (-e, -y, doubled consonants in British use) plus the irregular verbs of treaty language.
 *
 * @param lemma the bare verb in lower case; of a hyphenated verb ("pre-position") the last part is inflected.
 * @returns its forms in lower case. Any string has forms: an unknown one is read as regular.
 */
export function inflect(lemma: string): VerbForms {
  const hyphen = lemma.lastIndexOf('-');
  if (hyphen >= 0) {
    const head = lemma.slice(0, hyphen + 1);
    const forms = inflect(lemma.slice(hyphen + 1));
    return { third: head + forms.third, past: head + forms.past, ing: head + forms.ing, participle: head + forms.participle };
  }
  if (lemma === 'be') return { third: 'is', past: 'was', ing: 'being', participle: 'been' };
  if (lemma === 'have') return { third: 'has', past: 'had', ing: 'having', participle: 'had' };
  if (lemma === 'lie') return { third: 'lies', past: 'lay', ing: 'lying', participle: 'lain' };
  const doubled = isShort(lemma) || doubling.has(lemma);
  const row = irregular.get(lemma);
  const past = row ? row[0] : regularPast(lemma, doubled);
  return { third: third(lemma), past, ing: ing(lemma, doubled), participle: row ? row[1] : past };
}
