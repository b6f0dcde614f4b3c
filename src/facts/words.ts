/** Closed word classes of treaty English that the clause splitter leans on. */

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** Adverbs that may stand between a subject and its verb. */
const listed = set(
  `also hereby hereafter herewith therefore thus consequently accordingly immediately thereupon thereafter forthwith promptly
   individually jointly collectively severally separately respectively further furthermore likewise moreover always never only
   then already now still both each all together once duly fully strictly solely automatically continuously at-once without-delay
   solemnly formally hereinafter otherwise not expressly mutually urgently swiftly rapidly quickly simultaneously nevertheless
   subsequently initially finally henceforth particularly especially normally generally in-principle again least either neither
   directly regularly constantly closely effectively where-appropriate unconditionally irrevocably instead`,
);

/** Words in -ly that are no adverbs. */
const noAdverbs = set(
  'supply apply comply rely reply ally fly multiply imply assembly family only monopoly anomaly italy july likely daily weekly monthly yearly hourly early resupply reapply timely costly friendly orderly',
);

/** Adverbs: the closed list, and any other word in -ly. */
export const adverbs: { readonly has: (word: string) => boolean } = {
  has: (word) => listed.has(word) || (word.length > 4 && word.endsWith('ly') && !noAdverbs.has(word)),
};

/** Words that open a parenthesis between commas: ", in exercise of the right …,". */
export const parenthesisOpeners = set(
  `in on at upon after before by with without within under for from during following pursuant subject acting individually jointly
   separately collectively severally as if where when whenever unless until once including notwithstanding having being taking
   using through to not no inter together whether while which who whose that who's provided immediately where-appropriate and or
   consequently accordingly therefore however moreover furthermore likewise also for-its-part namely so whatever whichever regardless irrespective of
   consisting comprising`,
);

/** Words that open a subordinate clause. */
export const subordinators = set(
  'if where wherever when whenever whensoever once unless until till while whereas because although though whether provided since',
);

/** Subordinators and phrases after which an event is named on which the main clause depends. */
export const conditionals = set('if where wherever when whenever whensoever once unless until till should provided');

export const relatives = set('which who whom that whose');

export const determiners = set(
  'the a an any each every all such this that these those its their his her our your no some both either one another other said same',
);

export const coordinators = set('and or but nor');

export const prepositions = set(
  'of by on against in from to with under for at upon over between among within after before about concerning regarding toward towards through into onto during without near',
);

/** Words that are as often nouns as verbs; as verbs they need an object that begins with a determiner. */
export const nounVerbs = set(
  `support aid help train plan exercise force report access fund finance respect contact test escort strike attack release supply
   transfer measure use approach judge design limit cap answer state name budget sanction back arm cover step means conduct group
   base position post place stock store track work form note order permit vote view visit study result request remain project
   process practice program programme progress produce present point pledge patrol pass part need move meet mark man loan list link
   lift light level lease land issue interest influence impact host hold head harm guard guarantee grant function fire finding
   fight field fall face export estimate end effort effect down doubt dispute delay defeat deal date damage cut credit cost cooperate
   control contract consult concern cause call benefit ban balance average assault alarm aim advance act account accord abuse equipment
   concert resort break target counter police welcome protest claim shield signal voice regret appeal lodge rest`,
);

/** "one of", "each of", "any of": the noun after *of* is still the head. */
export const quantifiers = set(
  'each any all none one both some either neither majority every half two three four several members',
);
