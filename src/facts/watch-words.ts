import { sequences, wordSet } from './scan.ts';

/** Words by which a text speaks of watching (MON001 to MON005): concept lists, inflected by hand because nouns and verbs share forms. */

/** Nouns that head the name of a body which can watch. */
export const watchHeads = wordSet(
  `mission missions centre center commission commissions committee panel group mechanism team teams body cell inspectorate agency personnel
   organisation organization board bureau office corps staff head force observers observer monitors monitor inspectors inspector`,
);

/** Words that make such a body one of monitoring: "Verification Centre", "Observer Mission". */
export const watchKinds = wordSet(
  `monitoring verification verifying observer observers observation observing supervision supervisory supervising inspection inspections
   attribution truce armistice ceasefire cease-fire investigation investigative fact-finding early-warning control monitor monitors
   surveillance compliance implementation`,
);

/** Plural nouns that name watchers by themselves. */
export const watchers = wordSet('observers monitors inspectors');

/** Lemmas whose subject watches. */
export const watchVerbs = wordSet(
  'monitor observe watch verify supervise oversee inspect investigate attribute warn patrol surveil',
);

/** Lemmas that set up or send a body. */
export const setUpVerbs = wordSet(
  'establish created create constitute institute set form found deploy assign send dispatch appoint despatch install maintain',
);

/** What is watched where nobody's security is at stake: elections, water, prices. */
export const civil = wordSet(
  `election elections electoral polling ballot ballots referendum plebiscite water river rivers fishery fisheries fishing fish environment
   environmental pollution emissions climate price prices market markets customs tax taxes education cultural health sanitary
   prisoner prisoners camps banks financial accounts railway railways port ports labour narcotic drugs copyright patents forests
   species navigation meteorological epidemic quarantine`,
);

/** Words of the security object: they outweigh a civil word beside them. */
export const martial = wordSet(
  `ceasefire cease-fire truce armistice line violation violations violate attack attacks aggression hostilities forces troops weapons fire
   withdrawal disengagement incident incidents breach breaches zone buffer demilitarised demilitarized frontier border borders`,
);

/** Words under which a sentence promises nothing yet. */
export const merelyPossible = wordSet(
  'may might could can invite invited invites seek explore consider discuss consultations envisage hope',
);

/** "observe the rules" is to obey, not to watch. */
export const obeyed = wordSet(
  'provisions terms obligations law laws rules regulations principles confidentiality commitments treaty agreement protocol instructions customs',
);

/** Verbs that say who did it, in any form. */
export const naming = wordSet(
  `name names named naming identify identifies identified identifying determine determines determined determining state states stated stating
   establish establishes established establishing find finds found declare declares declared say says designate designates designated
   attribute attributes attributed attributing assign assigns assigned ascribe ascribes ascribed ascertain ascertains ascertained
   pronounce pronounces specify specifies specified indicate indicates indicated conclude concludes concluded decide decides decided
   rule rules ruled certify certifies certified publish publishes published report reports reported
   tell tells told announce announces announced pronounce pronounced`,
);

/** "who is responsible", "the party at fault", "whoever caused it", "the side that has broken". */
export const culprits = sequences(`
(state|states|side|sides|party|parties|force|forces|power|actor|unit|entity|person|persons|those|belligerent) (or|and) (state|side|party|force|forces|unit|power) responsible
(state|states|side|sides|party|parties|force|forces|power|actor|unit|units|entity|person|persons|those|belligerent|belligerents) responsible
(state|side|party|force|power) (is|was|bears|bore) (responsible|responsibility)
who is responsible
who was responsible
who bears responsibility
who (caused|fired|broke|committed|started|opened|violated|launched|attacked)
who has (caused|fired|broken|committed|started|opened|violated|launched|attacked)
whoever (caused|fired|broke|committed|started|violated|launched|attacked)
whoever is responsible
whoever has (caused|fired|broken|committed|started|violated|launched|attacked)
(side|party|state|force|power) that (caused|fired|broke|committed|violated|started|launched)
(side|party|state|force|power) that has (caused|fired|broken|committed|violated|started|launched)
(side|party|state|force|power) which (caused|fired|broke|committed|violated|started|launched)
(side|party|state|force|power) which has (caused|fired|broken|committed|violated|started|launched)
(side|party|state|force|power) (at|in) fault
(side|party|state|power) in breach
violating (side|party|state|power)
responsible (state|side|party|force|actor|power|unit)
`);

export const culpritNouns = wordSet(
  'responsibility perpetrator perpetrators culprit culprits authorship wrongdoer aggressor violator attribution',
);

/** Standards of proof that are never met in time (MON002 c). */
export const impossible = sequences(`
beyond (any|all|every|reasonable) (doubt|reasonable)
beyond doubt
beyond a reasonable doubt
beyond any reasonable doubt
beyond all reasonable doubt
beyond reasonable doubt
no room for doubt
no (doubt|doubts) remain
no (doubt|doubts) remains
leaves no doubt
(full|absolute|complete|total) certainty
(conclusive|irrefutable|incontrovertible|incontestable|indisputable|undeniable) (evidence|proof|proofs)
(evidence|proof) is (conclusive|irrefutable|incontrovertible|indisputable)
(evidence|proof) (being|proves|becomes) (conclusive|irrefutable)
(evidence|proof) that is (conclusive|irrefutable|incontrovertible|indisputable)
irrefutable
incontrovertible
to the satisfaction of (all|both|each|every)
to the full satisfaction of (all|both|each)
(conclusively|irrefutably) (proved|proven|established|shown)
`);

/** The result of watching, as a noun or as "so attributed". */
export const results = wordSet(
  'finding findings determination determinations attribution conclusion conclusions ruling verdict certification',
);

/** Words by which a result moves something (MON004). */
export const moves = sequences(`
trigger time
(starts|start|triggers|trigger|activates|activate|obliges|oblige|entails|entail|requires|launches|opens)
(applies|apply|applied)
takes effect
take effect
is conclusive
is binding
sets in motion
brings into operation
`);
