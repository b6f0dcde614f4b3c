import { inflect } from '#phrases';
import { actionTable } from './actions.ts';

/** Verbs that carry no action of their own but that the splitter must know as verbs. */
const others =
  `be have do occur remain mean include become continue cease apply take make give begin start enter hold keep see find show set bring
 come go receive require need allow enable ensure endeavour seek strive attempt try aim intend plan propose expect hope wish desire
 recognise recognize note recall reaffirm confirm declare state agree undertake commit pledge guarantee accept assume bind oblige
 entitle authorise authorize permit prohibit forbid prevent refrain respect observe honour promote facilitate encourage foster support
 contribute participate cooperate co-operate strengthen develop maintain preserve safeguard protect restore perform carry implement execute
 fulfil discharge constitute trigger activate entail result arise happen exist belong extend cover govern regulate settle resolve
 interpret construe affect impair prejudice derogate supersede replace prevail expire lapse renew prolong extend terminate
 withdraw consult meet decide determine approve convene report inform notify communicate submit refer transmit publish register
 deposit ratify sign amend elect appoint designate nominate establish create constitute consist comprise compose serve act work
 operate function exercise enjoy possess own use employ deploy station send provide supply deliver furnish render afford lend pay
 depend finance fund bear share exchange transfer assign allot allocate list specify describe lay name pass deem consider regard treat view
 prevent deter repel resist defend assist aid help intervene respond react reply answer attack invade violate breach threaten
 endanger lie stand sit fall rise follow precede accompany attach annex append inspect verify monitor watch warn alert attribute
 identify investigate examine assess review evaluate certify conclude negotiate elaborate draw explore study discuss coordinate
 harmonise lift ease impose reinstate reimpose freeze seize confiscate release hand cede renounce waive disarm destroy eliminate
 limit exceed reduce increase host admit join accede train equip arm mobilise mobilize intercept engage strike shoot close open grant
 accord obtain secure acquire produce manufacture store stockpile pre-position rehearse exceed waive invoke suspend denounce leave
 evacuate redeploy rotate relieve command control direct subordinate oversee supervise chair preside vote object veto concur consent
 await wait delay postpone accelerate hasten complete finish end stop lose gain claim contest dispute challenge compensate reimburse
 apply adopt imperil jeopardise jeopardize menace let depart fire enact legislate promulgate appropriate prepare present consider bind authorize voice utter lodge denounce
  summon deplore regret urge appeal rest suffer undergo befall deliberate protest remonstrate occasion prompt produce undertake
  lay put place turn carry rush fly land detach detail hasten hurry spring rally succour succor relieve sustain stock replenish keep
  quarter billet garrison bivouac muster harbour shelter house tolerate convoke seise petition advocate sponsor vouch assure covenant
  behove devolve fall pertain raze raise break erupt vacate abandon quit hand yield forgo forswear forsake dismiss reduce fix
  await spare exert uphold vindicate champion underwrite earmark set-aside bestow deal accord dedicate devote disburse replenish`.split(
    /\s+/,
  );

const lemmaByForm = new Map<string, string>();
const participles = new Map<string, string>();
const lemmas = new Set<string>([...others.filter(Boolean), ...actionTable.flatMap((row) => row.verbs)]);
for (const lemma of lemmas) {
  const forms = inflect(lemma);
  for (const form of [forms.third, forms.past, forms.ing]) if (!lemmaByForm.has(form)) lemmaByForm.set(form, lemma);
  participles.set(forms.participle, lemma);
  if (!lemmaByForm.has(forms.participle)) lemmaByForm.set(forms.participle, lemma);
}
for (const lemma of lemmas) lemmaByForm.set(lemma, lemma);

/** Lemma of a known verb in any form, or null. */
export function verbAt(word: string): string | null {
  return lemmaByForm.get(word) ?? null;
}

const noParticiples = new Set(
  'need indeed speed seed feed exceed proceed succeed bleed breed freed hundred armed concerned'.split(' '),
);

/** Lemma of a word that stands where only a participle can ("is …"): a known one, else what is left of a regular -ed; null where it is none. */
export function passiveParticiple(word: string): string | null {
  const known = participles.get(word);
  if (known) return known;
  if (word.length < 5 || !word.endsWith('ed') || noParticiples.has(word) || word.includes('-')) return null;
  const stem = word.slice(0, -2);
  if (stem.endsWith('i')) return `${stem.slice(0, -1)}y`;
  if (/([bdgmnprt])\1$/.test(stem)) return stem.slice(0, -1);
  return /(?:[cgsuvz]|at|ut|it|ir|ur|or)$/.test(stem) && !/(?:ss|nt|ct|mit|sit|put)$/.test(stem) ? `${stem}e` : stem;
}

/** Lemma of a known past participle, or null. */
export function participleOf(word: string): string | null {
  return participles.get(word) ?? null;
}
