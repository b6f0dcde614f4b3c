/** Titles and openings that give a unit its context (catalogue 0.1). */

const finalTitle =
  /\b(?:ratif|entry into force|entering into force|coming into (?:force|effect)|duration|term of|validity|withdrawal(?=$| and| or| from (?:the|this)\b)|denunciation|(?:^|and |or |, )termination(?=$| of (?:the|this)\b| and (?:withdrawal|denunciation))|amend|revision|depositar|deposit|regist|reservation|declarations? and reservations|authentic|^(?:authentic |official |working )?languages?$|final (?:clauses|provisions)|signature|accession|consent to be bound|settlement of disputes|disputes?|expir|annexes|integral|relation(?:ship)? (?:to|with) other|provisional application|succession)/i;
const finalOpening =
  /^(?:after (?:the|this|the present) (?:treaty|agreement|convention|pact) (?:has|shall have) been in force|(?:this|the present) (?:treaty|agreement|convention|protocol|pact|memorandum|arrangement|declaration|chapter)[^.]{0,80}?\b(?:ratif|enters? into force|come[s]? into (?:force|effect|operation)|remains? in force|continue in force|open for signature|open to (?:signature|accession)|be deposited|be registered|become effective|becomes? applicable|terminate|expire|authentic)|(?:any|each|either|a|every) (?:high contracting )?(?:party|guarantor|signatory|contracting party|state party)[^.]{0,60}?\b(?:withdraw|denounce|terminate|cease to be a party)|(?:the )?(?:instruments?|texts?) of (?:ratification|this)|(?:the )?english\b[^.]{0,80}authentic|any (?:party|contracting state)[^.]{0,40}propose amendments)/i;
const definitionTitle = /\b(?:use of terms|definitions?|terms used|interpretation of terms|meaning of terms|defined terms)\b/i;
const informative =
  /\b(?:explanatory|informative|illustrative|for information|not (?:legally )?binding|non-binding|does not form part)\b/i;
const done =
  /^(?:done (?:at|in|this)|in witness whereof|in faith whereof|in testimony whereof|signed (?:at|in|on)|for (?:the )?(?:government|republic|kingdom|state|united|french|participants?)\b|witnessed|executed (?:at|in)|given under)/i;
const formula =
  /\b(?:agree|agreed|decided|resolved|confirm|confirmed|undertake|declare|declared|reached the following (?:understanding|agreement|decisions?)|concluded|adopted|determined|state|endorse)s?\b[^.]{0,60}?\b(?:as follows|the following|(?:on )?the following (?:articles|provisions|terms|understandings?|points?)|to this north|to the following)[^.]{0,44}\.?$/i;
const recital =
  /^(?:\(?\w{1,4}\) ?|[-–—] ?)?(?:having|recalling|recognis|recogniz|reaffirm|affirming|noting|considering|whereas|desir|convinced|determined|resolved|bearing|conscious|mindful|aware|believing|committed|concerned|emphasi[sz]ing|stressing|underlining|welcoming|taking|acting|guided|inspired|wishing|seeking|in view|in pursuance|deeply|alarmed|deploring|condemning|expressing|acknowledging|anxious|eager|proceeding|being|hoping|intending|confirming|mindful|persuaded|supporting|seeing|prompted|animated|motivated|appreciating|reiterating|encouraged|taking into)/i;
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
export const isFormula = (text: string): boolean => formula.test(text.slice(-160));
export const isRecital = (text: string): boolean => recital.test(text);
export const isPartiesOpening = (text: string): boolean =>
  partiesOpening.test(text) && !/\b(?:shall|will|undertakes?|agrees?)\b/.test(text);
/** `"X" means …`, `the term "X" refers to …`. */
export const isDefinition = (text: string): boolean =>
  /^(?:the (?:term|expression|word)s? )?"[^"]{1,80}"(?:,? (?:and|or) "[^"]{1,60}")*,? (?:means?|shall mean|includes?|refers? to|denotes?|has the meaning)/i.test(
    text,
  );
/** `[Note: …]`, `Drafting note:`. */
export const isDraftingNote = (text: string): boolean =>
  /^\[?(?:drafting note|note|drafters?' note|comment|explanatory note|nb)\s*[:—–-]/i.test(text);
