/** Titles and openings that give a unit its context (catalogue 0.1). */

const finalTitle =
  /\b(?:ratif|entry into force|entering into force|coming into (?:force|effect)|duration|term of|validity|withdrawal(?=$| and| or| from (?:the|this)\b)|denunciation|(?:^|and |or |, )termination(?=$| of (?:the|this)\b| and (?:withdrawal|denunciation))|amend|revision|depositar|deposit|regist|reservation|declarations? and reservations|authentic|^(?:authentic |official |working )?languages?$|final (?:clauses|provisions)|signature|accession|consent to be bound|settlement of disputes|disputes?|expir|annexes|integral|relation(?:ship)? (?:to|with) other|provisional application|succession)/i;
/** What a final clause calls the text it ends. */
const instrument =
  '(?:treaty|agreement|convention|protocol|pact|memorandum|arrangement|declaration|chapter|charter|covenant|accord|(?:final )?document|(?:final )?act|instrument|understanding)';
const own = `(?:this|the present) ${instrument}`;
const party = '(?:high contracting |contracting |state )?(?:part(?:y|ies)|guarantors?|signator(?:y|ies)|participants?)';
/** Openings of final clauses, one a line: an article without a title is known by them. */
const finalOpening = new RegExp(
  `^(?:${[
    `after (?:the|this|the present) ${instrument} (?:has|shall have) been in force`,
    `after (?:being signed|signature|its signature)\\b`,
    `${own}[^.]{0,80}?\\b(?:ratif|enters? into force|comes? into (?:force|effect|operation)|takes? effect\\b|remains? in force|continue in force|open (?:to [^.]{1,60} )?for (?:signature|accession)|open to (?:signature|accession)|be deposited|be registered|become effective|becomes? applicable|terminate|expire|authentic|(?:un|of un)limited duration|indefinite duration|concluded for (?:a|an) (?:period|term)|may be (?:amended|modified|revised|supplemented))`,
    `${own}, [^.]{0,170}\\bequally authentic`,
    `the (?:duration|validity) of ${own}`,
    `(?:it|they) (?:shall|will) (?:also )?(?:enter|come) into force`,
    `(?:any|each|either|a|every)(?: of the)? ${party}[^.]{0,100}?\\b(?:denounce (?:this|the|it)\\b|terminate (?:this|the (?:present )?${instrument}|it)\\b|cease to be a party|withdraw\\b(?! (?:its|their|all|any|such|those|these|some|part|the|forces|troops|personnel|units|behind|to|into)\\b)(?! from (?!this\\b|the (?:present |said )?${instrument}|it\\b)))`,
    `(?:any|an|all) amendments?\\b|amendments? to this`,
    `(?:the )?(?:instruments?|texts?) of (?:ratification|this)`,
    `(?:the )?english\\b[^.]{0,80}authentic`,
    `any (?:${party}|contracting state)(?: to the treaty)?[^.]{0,40}propose amendments`,
  ].join('|')})`,
  'i',
);
const definitionTitle =
  /\b(?:use of terms|definitions?(?! of (?:objectives?|aims?|purposes?|goals?|tasks?|zones?|areas?|boundar|lines?)\b)|terms used|interpretation of terms|meaning of terms|defined terms)\b/i;
const informative =
  /\b(?:explanatory|informative|illustrative|for information|not (?:legally )?binding|non-binding|does not form part)\b/i;
const done =
  /^(?:done (?:at|in|this)|in (?:witness|faith|testimony) (?:whereof|of)\b|signed (?:at|in|on)|for (?:the )?(?:government|republic|kingdom|state|united|french|participants?)\b|witnessed|executed (?:at|in)|given under)/i;
const formula =
  /\b(?:agree|agreed|decided|resolved|confirm|confirmed|undertake|declare|declared|reached the following (?:understanding|agreement|decisions?)|concluded|adopted|determined|state|endorse)s?\b(?:[^.]{0,60}?\b(?:as follows|the following|(?:on )?the following (?:articles|provisions|terms|understandings?|points?)|to the following)(?![^.]{0,20}\b(?:plenipotentiar|delegates|representatives))[^.]{0,44}\.?|(?<=\b(?:have|has|hereby|therefore|do),? (?:agreed?|decided|resolved|undertaken?|declared?)) ?:[—–-]{0,3})$/i;
const recital =
  /^(?:\(?\w{1,4}\) ?|[-–—] ?)?(?:having|recalling|recognis|recogniz|reaffirm|affirming|noting|considering|whereas|desir|convinced|determined|resolved|bearing|conscious|mindful|aware|believing|committed|concerned|emphasi[sz]ing|stressing|underlining|welcoming|taking|acting|guided|inspired|wishing|seeking|in view|in pursuance|deeply|alarmed|deploring|condemning|expressing|acknowledging|anxious|eager|hopeful|on the basis of|proceeding|being|hoping|intending|confirming|mindful|persuaded|supporting|seeing|prompted|animated|motivated|appreciating|reiterating|encouraged|taking into)/i;
const partiesOpening =
  /^(?:between\b|the (?:government|kingdom|republic|state|federation|united|french|federal|president|high contracting|undersigned|parties|guarantor)|his |her |\p{Lu}\p{L}{1,40}(?:,| and| \())/iu;

export const isFinalTitle = (title: string): boolean => finalTitle.test(title);
export const isFinalOpening = (text: string): boolean => finalOpening.test(text.slice(0, 220));
/** An article "Withdrawal" that moves forces, and lets no party out of the text. */
export const withdrawsForces = (title: string, text: string): boolean =>
  /^withdrawals?\b/i.test(title) &&
  /\b(?:forces|troops|army|armies|artillery|weapons|tanks|units|brigades?|battalions?|garrisons?|personnel|guns|positions)\b/i.test(
    text,
  ) &&
  !/\b(?:from (?:this|the) (?:treaty|agreement|convention|pact|memorandum|arrangement)|denounc|depositar|notice of withdrawal)/i.test(
    text,
  );
export const isDefinitionTitle = (title: string): boolean => definitionTitle.test(title);
export const isInformative = (text: string): boolean => informative.test(text.slice(0, 300));
export const isTestimonium = (text: string): boolean => done.test(text);
/** `Moscow, August 23, 1939.`, `BERLIN, 20 January 1925`: the place and day over signatures. */
export const isDateLine = (text: string): boolean =>
  text.length < 60 &&
  /^\p{Lu}[\p{L} .'-]{1,30}, (?:the )?(?:\d{1,2}(?:st|nd|rd|th)? )?\p{Lu}\p{L}{2,8}\.? (?:\d{1,2}, )?\d{4}\.?$/u.test(text);
/** The formula with which signing begins, whatever stands before it. */
export const isClosing = (text: string): boolean =>
  /^(?:done (?:at|in)|in (?:witness|faith|testimony) (?:whereof|of)|signed (?:at|in) \p{Lu}|executed (?:at|in)|given under)\b/iu.test(
    text,
  );
export const isFormula = (text: string): boolean => formula.test(text.slice(-160));
export const isRecital = (text: string): boolean => recital.test(text);
export const isPartiesOpening = (text: string): boolean =>
  partiesOpening.test(text) && !/\b(?:shall|will|undertakes?|agrees?)\b/.test(text);
/** `"X" means …`, `the term "X" refers to …`. */
export const isDefinition = (text: string): boolean =>
  /^(?:(?:as used|for the purposes?|in the sense) [^",]{1,60}, )?(?:the (?:term|expression|word)s? )?"[^"]{1,80}"(?:,? (?:and|or) "[^"]{1,60}"){0,6},? (?:means?|shall mean|includes?|refers? to|denotes?|has the meaning)/i.test(
    text,
  );
/** `[Note: …]`, `Drafting note:`. */
export const isDraftingNote = (text: string): boolean =>
  /^\[?(?:drafting note|note|drafters?' note|comment|explanatory note|nb)\s*[:—–-]/i.test(text);
