import type { Clause } from '#clauses';
import type { Hit, Range, Sentence } from '#phrases';
import { resolveActor } from './actors.ts';
import type { Condition, Proposition, Roles, Trigger, TriggerClass, TriggerGroup } from './model.ts';
import { findSequence, findWord, sequences, wordSet } from './scan.ts';
import { verbAt } from './verbs.ts';
import { determiners, prepositions } from './words.ts';

/** Trigger nouns by class; the class of a phrase is the highest class named in it (catalogue A.5). */
const attackWords =
  /attack|aggression|invasion|incursion|intrusion|offensive|hostil|assault|raid|onslaught|intervention|(?:armed|military) action|warlike|(?:use|resort|recourse)s? (?:of|to) (?:force|arms|war)|fighting|armed (?:conflict|violence)|outbreak of war|military operation|acts? of war|blockade|strike|bombardment|shelling|sabotage|seizure|occupation|crossing of the/;
const violationWords = /violation|breach|incident|escalation|non-compliance|infringement|infraction|provocation/;

const rank: Record<TriggerClass, number> = { attack: 3, violation: 2, threat: 1, situation: 0 };

/** Words that make the event a mere threat ("is threatened", "in danger"). */
const threatWords = new Set([
  'threat',
  'threatened',
  'threatens',
  'threats',
  'endangered',
  'menaced',
  'menace',
  'danger',
  'imperilled',
  'jeopardised',
  'jeopardized',
  'affected',
]);
const situationWords = new Set([
  'situation',
  'crisis',
  'question',
  'questions',
  'tension',
  'tensions',
  'contingency',
  'emergency',
  'developments',
  'concern',
  'concerns',
  'circumstances',
  'event',
  'need',
]);
const deeming = new Set([
  'consider',
  'regard',
  'deem',
  'treat',
  'view',
  'constitute',
  'be',
  'trigger',
  'oblige',
  'activate',
  'engage',
  'entail',
  'start',
  'amount',
  'count',
  'endanger',
  'imperil',
  'jeopardise',
  'jeopardize',
  'threaten',
  'menace',
]);

/** Class of a trigger noun as the lexicon names it. */
export function triggerClass(words: string): TriggerClass {
  if (/threat/.test(words)) return 'threat';
  if (attackWords.test(words)) return 'attack';
  if (violationWords.test(words)) return 'violation';
  return /mobilisation|imminent/.test(words) ? 'threat' : 'situation';
}

/** The unit of the draft that holds a trigger group together: the article, or in a flat text the numbered paragraph (0.4). */
export function homeArticle(clause: Clause): Clause {
  let best = clause;
  for (let at: Clause | null = clause; at && at.kind !== 'document'; at = at.parent) {
    if (at.kind === 'article') return at;
    if (at.kind !== 'part' || best === clause) best = at;
    if (at.kind === 'annex' || at.kind === 'section') return best.kind === 'part' ? at : at;
  }
  return best;
}

/**
 * Every place where the text makes an event a trigger: in a condition of a finite clause, as the subject of a deeming or triggering
 * verb. An attack that is only spoken of ("to deter aggression") is none. In a text that is not of war (`ofWar` false) only an armed attack by name
 * counts: the incidents and violations of a customs or an air service agreement call for no guarantor.
 */
export function readTriggers(propositions: readonly Proposition[], ofWar: boolean, roles: Roles): Trigger[] {
  const triggers: Trigger[] = [];
  for (const proposition of propositions) {
    const { sentence } = proposition;
    if (proposition.context !== 'operative' && proposition.context !== 'annex-operative') continue;
    const { tokens } = sentence;
    const spoken = new Set<string>();
    const push = (found: TriggerClass, event: string, from: number, to: number, hit: Hit | null): void => {
      // "in response to any such danger": the event named before, in other words.
      const home = homeArticle(proposition.clause);
      const before =
        hit && tokens[hit.from - 1]?.word === 'such' && found !== 'attack'
          ? triggers.findLast((one) => homeArticle(one.sentence.clause) === home)
          : undefined;
      const cls = before?.class ?? found;
      const key = `${cls}:${hit ? hit.from : from}`;
      if (spoken.has(key)) return;
      spoken.add(key);
      triggers.push({
        class: cls,
        event,
        sentence,
        at: { from, to },
        noun: hit ? { from: hit.from, to: hit.to } : { from, to },
        proposition: proposition.id,
      });
    };
    const answered = !losesGuarantee(proposition) && proposition.action !== 'withdraw';
    for (const condition of answered ? proposition.conditions : []) {
      if (byBeneficiary(proposition, condition, roles)) continue;
      if (condition.kind === 'proviso' || condition.kind === 'until' || condition.opener === 'unless') continue;
      if (condition.opener === 'after' || condition.opener === 'following') {
        if (
          !sentence.hits.some(
            (hit) => hit.lexicon === 'L13' && hit.from >= condition.from && hit.to <= Math.min(condition.to, condition.from + 10),
          )
        )
          continue;
      }
      const hits = eventHits(sentence, condition, ofWar);
      const strongest = strongestHit(hits);
      if (strongest) {
        push(strongest.class, strongest.hit.entry, condition.from, condition.to, strongest.hit);
        continue;
      }
      if (!ofWar) continue;
      const struck = attackVerb(tokens, condition) ?? (meetsMove(proposition) ? attackMove(tokens, condition) : null);
      if (struck) {
        push('attack', 'attack', condition.from, condition.to, {
          ...struck,
          lexicon: 'L13',
          entry: 'attack',
          tag: '',
          slot: null,
        });
        continue;
      }
      for (let i = condition.from; i < condition.to; i++) {
        const word = tokens[i]!.word;
        if (threatWords.has(word)) {
          push('threat', 'threat', condition.from, condition.to, null);
          break;
        }
        if (
          situationWords.has(word) &&
          (tokens[i - 1]?.word === 'a' || tokens[i - 1]?.word === 'such' || tokens[i - 1]?.word === 'any') &&
          proposition.actionClass === 'talk'
        ) {
          push('situation', word, condition.from, condition.to, null);
          break;
        }
      }
    }
    const listed = proposition.item ? listedEvent(sentence) : null;
    const named = listed ? strongestHit(eventHits(sentence, listed, ofWar)) : null;
    if (listed && named) push(named.class, named.hit.entry, listed.from, listed.to, named.hit);
    if (ofWar && spoken.size === 0 && !proposition.relative && proposition.force >= 3) {
      const timed = timedByAttack(sentence, proposition);
      if (timed) push(triggerClass(timed.entry), timed.entry, timed.from, timed.to, timed);
    }
    const regarded = spoken.size === 0 ? regardedAs(proposition, ofWar) : null;
    if (regarded) push(regarded.class, regarded.hit.entry, regarded.hit.from, regarded.hit.to, regarded.hit);
    // "An attack shall give rise to consultations": the talk or help that it leads to makes it a trigger.
    const leads = leading.has(proposition.verb) && (proposition.actionClass === 'talk' || proposition.actionClass === 'generic');
    if (deeming.has(proposition.verb) || proposition.action === 'declare' || leads || metAsSubject(proposition)) {
      const strongest = strongestHit(eventHits(sentence, proposition.subject, ofWar));
      if (strongest && heads(sentence, strongest.hit, proposition) && (proposition.verb !== 'be' || characterises(proposition))) {
        push(strongest.class, strongest.hit.entry, proposition.subject.from, proposition.subject.to, strongest.hit);
      }
    }
  }
  if (ofWar && !triggers.some((trigger) => trigger.class === 'attack')) triggers.push(...impliedTriggers(propositions));
  return triggers;
}

const regarding = new Set(['regard', 'consider', 'treat', 'view', 'deem', 'see', 'hold', 'look']);
const grave = wordSet('threat menace danger attack aggression matter concern act peril breach');

/** "We would regard any new aggression as a grave threat": the event stands behind the verb, and what it is called behind "as" or "to be". */
function regardedAs(
  { verb, passive, complement, sentence }: Proposition,
  ofWar: boolean,
): { hit: Hit; class: TriggerClass } | null {
  if (passive || !regarding.has(verb)) return null;
  const { tokens } = sentence;
  for (let i = complement.from; i < Math.min(complement.to, complement.from + 24); i++) {
    const { word } = tokens[i]!;
    if (word !== 'as' && word !== 'with' && !(word === 'to' && /^(?:be|constitute)$/.test(tokens[i + 1]?.word ?? ''))) continue;
    if (findWord(tokens, { from: i + 1, to: Math.min(complement.to, i + 8) }, grave) < 0) return null;
    return strongestHit(eventHits(sentence, { from: complement.from, to: i }, ofWar));
  }
  return null;
}
const leading = new Set(['occasion', 'prompt', 'lead', 'result', 'produce', 'follow', 'call', 'give']);

const lapsing = new Set(['lapse', 'forfeit', 'lose', 'void', 'expire', 'cease']);

/** "Brenn forfeits the guarantee if it invades Morvania": the event ends the promise, and nothing answers it. */
function losesGuarantee({ actionClass, verb, modal, polarity }: Proposition): boolean {
  return actionClass === 'exit' || lapsing.has(verb) || (polarity === 'prohibition' && (modal?.form.includes('cease') ?? false));
}

const attackVerbs = new Set(['attack', 'invade', 'bombard', 'blockade', 'shell', 'strike', 'assault']);

/** The beneficiary is the one who attacks. */
function byBeneficiary(proposition: Proposition, condition: Condition, roles: Roles): boolean {
  if (roles.mutual) return false;
  const { tokens } = proposition.sentence;
  for (let i = condition.from + 2; i < condition.to; i++) {
    const { word } = tokens[i]!;
    const lemma = verbAt(word);
    if (!lemma || !attackVerbs.has(lemma) || (word === lemma && condition.opener !== 'should') || word.endsWith('ing')) continue;
    // "becomes the victim of attacks by": only with an object of its own is it a verb.
    const next = tokens[i + 1];
    if (!next || !(next.capital || determiners.has(next.word))) continue;
    if (/^(?:is|are|be|been|was|were)$/.test(tokens[i - 1]!.word)) return false;
    return resolveActor(tokens, { from: condition.from + 1, to: i }, roles, proposition.actor).who === 'beneficiary';
  }
  return false;
}

/** Names of an attack that no other field of law uses. */
const armed = /armed attack|aggression|invasion|hostilities|act of war|armed conflict/;
/** What is struck or seized where the law is that of ships, aircraft and offices. */
const civil =
  wordSet(`aircraft airplane aeroplane airport airports ship ships vessel vessels passenger passengers crew crews cargo goods property
  premises convention regulations rules laws law regulation provisions provision contract patent copyright confidentiality duties rights right
  customs privileges immunities data`);
const linkWords = wordSet(
  'of in against on to the a an any or and its their such this these civil unlawful navigation aviation facilities international all safety',
);

/** The nouns of events in a range. Of those whose object is an aircraft, goods or the rules of a trade none is an event of war. */
function eventHits(sentence: Sentence, at: Range, ofWar: boolean): Hit[] {
  return sentence.hits.filter((hit) => {
    if (hit.lexicon !== 'L13' || hit.from < at.from || hit.to > at.to) return false;
    if (/^(?:helicopters?|submarines?|aircraft|drones?|craft|planes?)$/.test(sentence.tokens[hit.to]?.word ?? '')) return false;
    if (underWay(sentence, hit)) return false;
    if (armed.test(hit.entry)) return true;
    return ofWar && !civilObject(sentence, hit);
  });
}

/** "Russia's war of aggression", "the ongoing hostilities": what goes on already is no event that starts anything. */
function underWay({ tokens }: Sentence, hit: Hit): boolean {
  for (let i = hit.from - 1; i >= Math.max(0, hit.from - 5); i--) {
    const { word, kind } = tokens[i]!;
    if (word === "'s")
      return (
        tokens[i + 1]?.word === 'war' || /^(?:ongoing|continuing|current|illegal|full-scale)$/.test(tokens[i + 1]?.word ?? '')
      );
    if (/^(?:ongoing|continuing|current|present)$/.test(word) && i >= hit.from - 2) return true;
    if (kind === 'mark') return false;
  }
  return false;
}

function civilObject({ tokens }: Sentence, hit: Hit): boolean {
  if (!/^(?:of|against|involving|on|to)$/.test(tokens[hit.to]?.word ?? '')) return false;
  for (let i = hit.to; i < Math.min(tokens.length, hit.to + 6); i++) {
    const { word } = tokens[i]!;
    if (civil.has(word)) return true;
    if (!linkWords.has(word)) return false;
  }
  return false;
}

const answering = new Set(['military', 'military-support', 'generic']);
const bound = new Set(['guarantor', 'party', 'outside']);

/**
 * Triggers of a draft that states none in a condition: "shall assist it against armed aggression", "the Panel determines whether an armed
 * attack has occurred" in an article that also says what the guarantors then do.
 */
function impliedTriggers(propositions: readonly Proposition[]): Trigger[] {
  const found: Trigger[] = [];
  const homes = new Set<Clause>();
  for (const proposition of propositions) if (answersAttack(proposition)) homes.add(homeArticle(proposition.clause));
  for (const proposition of propositions) {
    if ((proposition.context !== 'operative' && proposition.context !== 'annex-operative') || proposition.subordinate) continue;
    const { sentence } = proposition;
    const { tokens } = sentence;
    const hit = sentence.hits.find(
      (one) =>
        one.lexicon === 'L13' &&
        one.from >= (answeredAsSubject(proposition) ? proposition.at.from : proposition.verbAt.from) &&
        one.to <= proposition.at.to &&
        triggerClass(one.entry) === 'attack',
    );
    if (!hit) {
      const clocked = answersAttack(proposition) && proposition.force >= 4 ? startOfClock(proposition) : null;
      if (clocked)
        found.push({ class: 'attack', event: 'attack', sentence, at: clocked, noun: clocked, proposition: proposition.id });
      continue;
    }
    const before = tokens.slice(Math.max(proposition.at.from, hit.from - 5), hit.from).map((token) => token.word);
    const met =
      answersAttack(proposition) &&
      (proposition.verb === 'answer' ||
        proposition.verb === 'meet' ||
        before.some((word) =>
          /^(?:against|repel|repelling|meet|meeting|repulse|counter|countering|resist|resisting)$/.test(word),
        ));
    const reported =
      (proposition.action === 'determine' || proposition.action === 'attribute' || before.includes('notice')) &&
      homes.has(homeArticle(proposition.clause));
    const suffered = answeredAsSubject(proposition) && hit.to <= proposition.verbAt.from;
    if (!met && !reported && !suffered) continue;
    found.push({
      class: 'attack',
      event: hit.entry,
      sentence,
      at: { from: hit.from, to: hit.to },
      noun: { from: hit.from, to: hit.to },
      proposition: proposition.id,
    });
  }
  return found;
}

/** "Any aggression against Lorn shall be referred to", "shall be answered by": the event is what is dealt with. */
function answeredAsSubject({ passive, polarity, force, verb }: Proposition): boolean {
  return passive && (polarity === 'positive' || polarity === 'effect') && force >= 4 && dealing.has(verb);
}

const dealing = new Set([
  'refer',
  'bring',
  'raise',
  'answer',
  'meet',
  'repel',
  'counter',
  'resist',
  'repulse',
  'submit',
  'address',
]);

/** "Each violation is answered as follows": the event stands first, and the answer to it behind. */
function metAsSubject({ passive, polarity, force, verb }: Proposition): boolean {
  return passive && (polarity === 'positive' || polarity === 'effect') && force >= 4 && meeting.has(verb);
}

const meeting = new Set(['answer', 'meet', 'repel', 'counter', 'resist', 'repulse', 'follow']);

const listOpeners = wordSet('if when where whenever should once upon after following case event');

/** "should it suffer: (a) a massive attack; (b) …": the own words of a point whose lead-in ends within a condition. */
function listedEvent({ tokens, own }: Sentence): Range | null {
  if (own < 2) return null;
  for (let i = own - 1; i >= Math.max(0, own - 16); i--) {
    const { word } = tokens[i]!;
    if (word === ';' || word === 'shall' || word === 'will' || (word === ',' && i < own - 1)) return null;
    if (listOpeners.has(word)) return { from: own, to: tokens.length };
  }
  return null;
}

/** The defined moment from which an answer is timed: "within 24 hours after the Trigger Time", "within 7 days of the finding". */
function startOfClock({ sentence, at, clause }: Proposition): Range | null {
  const time = sentence.times.find(
    (one) => one.kind === 'limit' && one.clockAt !== null && one.from >= at.from && one.to <= at.to,
  );
  if (!time) return null;
  if (time.clock === 'trigger-time') return time.clockAt;
  const titled = /attack|aggression|invasion/i.test(homeArticle(clause).title);
  return titled && (time.clock === 'notice' || time.clock === 'finding') ? time.clockAt : null;
}

/** A party or a guarantor does something that answers an attack. */
function answersAttack(proposition: Proposition): boolean {
  return (
    proposition.context !== 'preamble' &&
    proposition.polarity === 'positive' &&
    proposition.force >= 3 &&
    bound.has(proposition.actor.who) &&
    answering.has(proposition.actionClass) &&
    !proposition.subordinate
  );
}

/** "is attacked", "is invaded", "has attacked": the event as a verb. */
function attackVerb(tokens: Sentence['tokens'], at: Range): Range | null {
  // "should Morvania invade Sarovia": the bare verb behind its subject.
  if (tokens[at.from]?.word === 'should')
    for (let i = at.from + 2; i < Math.min(at.to, at.from + 8); i++)
      if (attackVerbs.has(tokens[i]!.word) && !prepositions.has(tokens[i - 1]!.word) && !determiners.has(tokens[i - 1]!.word))
        return { from: i, to: i + 1 };
  for (let i = at.from; i < at.to; i++) {
    const { word } = tokens[i]!;
    if (/^(?:attacked|attacks|invaded|invades|bombarded|blockaded)$/.test(word) && tokens[i - 1]?.word !== 'so')
      return { from: i, to: i + 1 };
    // "resumes the war", "makes war on", "war breaks out".
    if (word !== 'war' && word !== 'fighting') continue;
    const opened = findWord(tokens, { from: Math.max(at.from, i - 3), to: Math.min(at.to, i + 4) }, openingWar) >= 0;
    if (opened) return { from: i, to: i + 1 };
  }
  return null;
}

/** Verbs by which a war begins or begins again. */
const openingWar = wordSet(
  'resume resumes resumed renew renews renewed reopen reopens open opens begin begins begun make makes wage wages levy levies declare declares start starts launch launches breaks broken erupts go goes gone carry carries takes',
);

const moves = sequences(`
(cross|crosses|crossed) (the|its|our|their|that|this) (border|borders|frontier|frontiers|line|boundary|boundaries|river|strait|demarcation|armistice)
(cross|crosses|crossed) into
(open|opens|opened|opening) fire
(fire|fires|fired) (on|upon|at|into)
(march|marches|marched) (into|on|upon|against|across)
(advance|advances|advanced) (across|beyond|into|over|against)
(penetrate|penetrates|penetrated) (the|its|into|across|beyond)
(enter|enters|entered) (the|its|our|their) (territory|soil|airspace|waters|territorial)
(take|takes|took|taken) up arms
(resort|resorts|resorted) to (force|arms|war|armed)
recourse to (force|arms|war)
(make|makes|made|wage|wages|waged|levy|levies) war
(go|goes|went) to war
(land|lands|landed) (troops|forces)
(overrun|overruns|overran)
(set|sets) foot (on|in)
(use|uses|used|employ|employs|employed) (armed|military|) (force|arms) against
(seize|seizes|seized|occupy|occupies|occupied) (the|any|a|its|part|parts|territory)
(is|are|been|be|being) (shelled|bombed|assaulted|overrun|raided|occupied)
(is|are|been|be|being) (fired|set|marched) (on|upon)
(come|comes|came|falls|fall) under (fire|bombardment|shellfire)
`);
const movedAgainst = new Set(['military', 'military-support', 'generic', 'economic', 'talk', 'referral']);

/** Somebody other than the beneficiary answers: only then is a march or a crossing the event of a trigger. */
function meetsMove({ force, polarity, actionClass, actor, verb }: Proposition): boolean {
  if (force < 3 || polarity === 'prohibition' || polarity === 'exemption') return false;
  if (actor.who === 'thing') return calling.has(verb);
  return actor.who !== 'beneficiary' && actor.who !== 'aggressor' && movedAgainst.has(actionClass);
}

const calling = new Set(['apply', 'trigger', 'activate', 'follow', 'start', 'begin']);

/** "if armoured divisions cross the frontier", "when fire is opened": an attack told by what is seen of it. */
function attackMove(tokens: Sentence['tokens'], at: Range): Range | null {
  return findSequence(tokens, at, moves);
}

/** "to every armed attack each shall respond", "from the second hour of an armed attack": the event in a fronted phrase or as the start of a clock. */
function timedByAttack(sentence: Sentence, proposition: Proposition): Hit | null {
  const { tokens } = sentence;
  for (const hit of sentence.hits) {
    if (hit.lexicon !== 'L13' || hit.from < proposition.at.from || hit.to > proposition.at.to) continue;
    if (triggerClass(hit.entry) !== 'attack') continue;
    const clocked = sentence.times.some(
      (time) =>
        (time.clock === 'attack' || time.clock === 'notice') &&
        time.from < hit.from &&
        hit.to <= time.to &&
        time.kind === 'limit',
    );
    const before = tokens.slice(Math.max(proposition.at.from, hit.from - 4), hit.from).map((token) => token.word);
    const moment = before.some(
      (word, n) => word === 'of' && /^(?:hour|day|moment|outbreak|beginning|start|onset)$/.test(before[n - 1] ?? ''),
    );
    const first = tokens[proposition.at.from]?.word ?? '';
    const fronted =
      hit.to <= proposition.subject.from &&
      /^(?:to|against|on|at|from|upon|during)$/.test(first) &&
      hit.from - proposition.at.from <= 4;
    if (clocked || moment || fronted) return hit;
  }
  return null;
}

function strongestHit(hits: readonly Hit[]): { hit: Hit; class: TriggerClass } | null {
  let best: { hit: Hit; class: TriggerClass } | null = null;
  for (const hit of hits) {
    const cls = triggerClass(hit.entry);
    if (
      !best ||
      rank[cls] > rank[best.class] ||
      (rank[cls] === rank[best.class] && hit.to - hit.from > best.hit.to - best.hit.from)
    )
      best = { hit, class: cls };
  }
  return best;
}

/** The trigger noun is the head of the subject, not in a phrase behind it. */
function heads(sentence: Sentence, hit: Hit, proposition: Proposition): boolean {
  for (let i = proposition.subject.from; i < hit.from; i++) {
    const word = sentence.tokens[i]!.word;
    if (word === 'of' || word === 'to' || word === 'against' || word === 'on' || word === 'for' || word === 'by')
      return word === 'of' && /act|event|case|kind|form|any|each/.test(sentence.tokens[i - 1]?.word ?? '');
  }
  return true;
}

/** "would be dangerous to its own peace", "is a matter of grave concern", "is an attack on all". */
function characterises(proposition: Proposition): boolean {
  const { tokens } = proposition.sentence;
  // "An armed attack is any bombardment": a definition.
  if (/^(?:any|every|each)$/.test(tokens[proposition.complement.from]?.word ?? '')) return false;
  for (let i = proposition.complement.from; i < Math.min(proposition.complement.to, proposition.complement.from + 12); i++) {
    if (/^(?:dangerous|danger|threat|concern|attack|aggression|breach|violation)$/.test(tokens[i]!.word)) return true;
  }
  return false;
}

/**
 * Trigger groups (catalogue 0.4): one for each class of event, holding the articles that state it, the articles they send the reader
 * to, and those that answer by cross-reference, by the Trigger Time or by "in that event".
 */
export function readGroups(
  triggers: readonly Trigger[],
  propositions: readonly Proposition[],
  articles: ReadonlyMap<string, Clause>,
): TriggerGroup[] {
  const byArticle = new Map<Clause, Proposition[]>();
  for (const proposition of propositions) {
    if (proposition.context !== 'operative' && proposition.context !== 'annex-operative' && proposition.context !== 'definition')
      continue;
    const home = homeArticle(proposition.clause);
    const list = byArticle.get(home);
    if (list) list.push(proposition);
    else byArticle.set(home, [proposition]);
  }
  const classes = (['attack', 'violation', 'threat', 'situation'] as const).filter((cls) =>
    triggers.some((trigger) => trigger.class === cls),
  );
  const owned = new Map<number, TriggerClass>();
  for (const trigger of triggers) {
    if (trigger.proposition === null) continue;
    const now = owned.get(trigger.proposition);
    if (!now || rank[trigger.class] > rank[now]) owned.set(trigger.proposition, trigger.class);
  }
  return classes.map((cls) => {
    const own = triggers.filter((trigger) => trigger.class === cls);
    const homes = new Set(own.map((trigger) => homeArticle(trigger.sentence.clause)));
    const all = new Set(homes);
    for (const home of homes) {
      for (const target of referredFrom(home, byArticle, articles, own)) all.add(target);
    }
    for (const [article, list] of byArticle) {
      if (all.has(article)) continue;
      if (list.some((proposition) => answers(proposition, homes, articles, cls))) all.add(article);
    }
    const members: Proposition[] = [];
    for (const article of all) {
      const classesHere = new Set(
        (byArticle.get(article) ?? []).map((proposition) => owned.get(proposition.id)).filter((c) => c !== undefined),
      );
      const top = [...classesHere].sort((a, b) => rank[b] - rank[a])[0] ?? cls;
      for (const proposition of byArticle.get(article) ?? []) {
        const mine = owned.get(proposition.id);
        if (mine ? mine === cls : top === cls || !homes.has(article) || !classesHere.has(cls) || sameParagraph(proposition, own))
          members.push(proposition);
      }
    }
    members.sort((a, b) => a.id - b.id);
    const first = own[0]!;
    return {
      id: cls,
      class: cls,
      clause: homeArticle(first.sentence.clause),
      triggers: own,
      propositions: members,
      articles: [...all],
      confidence: 'explicit' as const,
    };
  });
}

function sameParagraph(proposition: Proposition, own: readonly Trigger[]): boolean {
  return own.some((trigger) => trigger.sentence.clause === proposition.clause);
}

/** Articles that a trigger article sends its reader to: "is bound by Articles 6 to 9", "Article 6 applies", "as set out in Annex A". */
function referredFrom(
  home: Clause,
  byArticle: ReadonlyMap<Clause, readonly Proposition[]>,
  articles: ReadonlyMap<string, Clause>,
  own: readonly Trigger[],
): Clause[] {
  const found: Clause[] = [];
  const seen = new Set<number>();
  for (const proposition of byArticle.get(home) ?? []) {
    const { sentence } = proposition;
    if (seen.has(sentence.id)) continue;
    seen.add(sentence.id);
    const states = own.some((trigger) => trigger.sentence === sentence) || proposition.force >= 4;
    if (!states) continue;
    for (const reference of sentence.references) {
      if (reference.target !== 'this') continue;
      if (reference.unit !== 'article' && reference.unit !== 'section' && reference.unit !== 'annex' && reference.unit !== 'part')
        continue;
      for (const key of expand(reference.unit, reference.path[0], reference.last)) {
        const target = articles.get(key);
        if (target && target !== home && target.context !== 'final-clause') found.push(target);
      }
    }
  }
  return found;
}

/** Keys of every unit in a reference's range: `article:6` … `article:9`. */
export function expand(unit: string, first: string | undefined, last: string | null): string[] {
  if (first === undefined) return [];
  if (last === null) return [`${unit}:${first}`];
  const low = Number(first);
  const high = Number(last);
  if (Number.isInteger(low) && Number.isInteger(high) && high >= low && high - low <= 60) {
    return Array.from({ length: high - low + 1 }, (_, n) => `${unit}:${low + n}`);
  }
  if (first.length === 1 && last.length === 1 && first <= last) {
    return Array.from(
      { length: last.charCodeAt(0) - first.charCodeAt(0) + 1 },
      (_, n) => `${unit}:${String.fromCharCode(first.charCodeAt(0) + n)}`,
    );
  }
  return [`${unit}:${first}`, `${unit}:${last}`];
}

const leaning = sequences(`
to (that|this) (end|effect)
for (that|this) purpose
in (that|such) (event|case)
in such a case
in (those|these|such) circumstances
thereupon
to do so`);

/** "To that end, the Union will …" in the paragraph or article just behind the one that states the trigger. */
function leansOn({ sentence, at, clause }: Proposition, homes: ReadonlySet<Clause>): boolean {
  const home = homeArticle(clause);
  const siblings = home.parent?.children ?? [];
  const before = siblings[siblings.indexOf(home) - 1];
  if (!before || !homes.has(before)) return false;
  return findSequence(sentence.tokens, { from: at.from, to: Math.min(at.to, at.from + 9) }, leaning) !== null;
}

/** A clause elsewhere that answers the trigger: its condition refers to the trigger's article, or its clock is the Trigger Time. */
function answers(
  proposition: Proposition,
  homes: ReadonlySet<Clause>,
  articles: ReadonlyMap<string, Clause>,
  cls: TriggerClass,
): boolean {
  const { sentence } = proposition;
  if (leansOn(proposition, homes)) return true;
  if (cls === 'attack' && sentence.times.some((time) => time.clock === 'trigger-time' && time.kind === 'limit')) return true;
  for (const reference of sentence.references) {
    if (reference.target !== 'this' || reference.unit !== 'article') continue;
    const target = articles.get(`article:${reference.path[0]}`);
    if (!target || !homes.has(target)) continue;
    const inCondition = proposition.conditions.some(
      (condition) => reference.from >= condition.from && reference.to <= condition.to,
    );
    const purpose = sentence.tokens
      .slice(Math.max(0, reference.from - 4), reference.from)
      .some((token) => token.word === 'purpose' || token.word === 'purposes');
    if (inCondition || purpose) return true;
  }
  return false;
}
