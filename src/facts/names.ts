/** Names of States, bodies and classes that a text need not introduce (catalogue 0.3, A.2). */

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** Head nouns that make "the X" a class of parties. */
export const partyClasses: ReadonlyMap<string, 'guarantor' | 'beneficiary' | 'party'> = new Map([
  ['guarantor', 'guarantor'],
  ['guarantors', 'guarantor'],
  ['beneficiary', 'beneficiary'],
  ['beneficiaries', 'beneficiary'],
  ['recipient', 'beneficiary'],
  ['party', 'party'],
  ['parties', 'party'],
  ['participant', 'party'],
  ['participants', 'party'],
  ['signatory', 'party'],
  ['signatories', 'party'],
  ['side', 'party'],
  ['sides', 'party'],
  ['member', 'party'],
  ['members', 'party'],
  ['powers', 'party'],
  ['power', 'party'],
  ['states', 'party'],
  ['state', 'party'],
  ['governments', 'party'],
  ['belligerents', 'party'],
  ['leaders', 'party'],
]);

/** Adjectives that make a class word the one that is helped. */
export const beneficiaryAdjectives = set(
  'beneficiary recipient attacked protected guaranteed assisted supported aggrieved invaded',
);

/** Adjectives that turn "States", "Powers" or "Parties" into guarantors. */
export const guarantorAdjectives = set(
  'guarantor guaranteeing guarantee assisting supporting contributing assuring protecting sponsoring guaranteing',
);

/** Organs of a State (catalogue A.2): the State acts through them. */
export const organs = set(
  `government governments president presidents parliament parliaments congress senate legislature minister ministers ministry ministries
   forces army navy troops authorities authority cabinet administration leader leaders king queen crown executive commander-in-chief
   chancellor premier secretary court courts bundestag sejm rada`,
);

/** Bodies a text creates or tasks. */
export const bodies = set(
  `council commission committee centre center mission force secretariat board panel headquarters commander mechanism tribunal cell group
   office agency bureau observers monitors assembly depositary registrar inspectorate team staff coordinator authority envoy chair
   chairman director head arbitrator arbitrators corps unit task-force`,
);

/** Bodies outside the text. */
export const thirdBodies: readonly (readonly string[])[] = [
  ['security', 'council'],
  ['united', 'nations'],
  ['general', 'assembly'],
  ['secretary-general'],
  ['osce'],
  ['nato'],
  ['european', 'union'],
  ['european', 'council'],
  ['north', 'atlantic', 'council'],
  ['international', 'court'],
  ['league', 'of', 'nations'],
  ['un'],
  ['eu'],
  ['unsc'],
];

/** Subjects that are nobody in particular (OBL006 c). */
export const outsiders: readonly (readonly string[])[] = [
  ['international', 'community'],
  ['free', 'world'],
  ['free', 'nations'],
  ['western', 'world'],
  ['world', 'community'],
  ['community', 'of', 'nations'],
  ['family', 'of', 'nations'],
  ['partners'],
  ['allies'],
  ['europe'],
  ['the', 'west'],
  ['like-minded', 'states'],
  ['friendly', 'states'],
  ['third', 'states'],
  ['other', 'states'],
  ['european', 'nations'],
  ['coalition', 'of', 'the', 'willing'],
  ['willing', 'nations'],
];

export const pronouns = set('it they we i our my latter he she each both all neither none either');

/** Permanent members of the Security Council, folded: an aggressor among them makes BUD004 an error. */
export const permanentMembers = set('russia russian-federation china united-states united-kingdom france');

/** Short names of States that front matter or titles may use for longer ones; folded. */
export const stateAliases: readonly (readonly string[])[] = [
  ['united states', 'united states of america', 'us', 'usa', 'america', 'u.s.', 'u.s.a.'],
  ['united kingdom', 'united kingdom of great britain and northern ireland', 'uk', 'britain', 'great britain', 'u.k.'],
  ['russian federation', 'russia'],
  ['france', 'french republic'],
  ['germany', 'federal republic of germany'],
  ['poland', 'republic of poland'],
  ['china', "people's republic of china"],
  ['turkey', 'türkiye', 'republic of türkiye', 'republic of turkey'],
  ['italy', 'italian republic'],
  ['israel', 'state of israel'],
  ['japan'],
  ['ukraine'],
];
