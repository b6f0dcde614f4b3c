import type { ModalKind } from './types.ts';

/** One construction of catalogue B.3. `form`: words, `~` any finite form of a verb, `(a|b)` alternatives, `?` optional. */
export interface ModalRow {
  readonly form: string;
  readonly force: number;
  readonly kind: ModalKind;
  readonly opens: 'verb' | 'clause' | 'noun';
}

const rows = (kind: ModalKind, force: number, opens: ModalRow['opens'], forms: string): ModalRow[] =>
  forms
    .split('\n')
    .map((form) => form.trim())
    .filter(Boolean)
    .map((form) => ({ form, force, kind, opens }));

/** Catalogue B.3, treaty style. The longest form wins; style is corrected where the facts are read. */
export const modalTable: readonly ModalRow[] = [
  ...rows(
    'duty',
    8,
    'verb',
    `
    shall
    must
    ~undertake to
    ~undertake each to
    ~undertake itself to
    (is|are) (obliged|bound|obligated|required) to
    shall be (obliged|bound|obligated|required) to
    will be (obliged|bound|obligated|required) to
    ~bind (itself|themselves) to
    (is|are) under an (obligation|duty) to
    (has|have) (the|an|a) (obligation|duty) to
    shall have the (obligation|duty) (to|of)
    ~have the obligation of
    ~assume the (obligation|duty) to
    ~oblige (itself|themselves) to
    ~covenant to
    (shall|will) be under (an|the|a) (obligation|duty) to
    (is|are) (in)? duty bound to
    (shall|will) have (the|a|an) (obligation|duty) to`,
  ),
  ...rows(
    'duty',
    8,
    'clause',
    `
    ~undertake that`,
  ),
  ...rows(
    'duty',
    8,
    'noun',
    `
    ~guarantee
    ~ensure`,
  ),
  ...rows(
    'duty',
    8,
    'clause',
    `
    ~guarantee that
    ~ensure that`,
  ),
  ...rows(
    'effect',
    9,
    'noun',
    `
    shall be deemed
    shall be considered
    shall be regarded as
    shall be treated as
    will be considered
    will be regarded as
    (is|are) deemed
    is hereby
    are hereby
    take effect automatically
    takes effect automatically
    (snap|snaps) back
    (is|are) reinstated
    (is|are) re-imposed
    (is|are) reimposed
    (apply|applies) again
    (resume|resumes) automatically
    (come|comes) under the command of
    (passes|pass) under the command of`,
  ),
  ...rows(
    'effect',
    8,
    'verb',
    `
    shall enter into force
    will enter into force
    (enters|enter) into force
    shall come into (force|effect|operation)
    will come into (force|effect|operation)
    shall remain open for
    shall be open for
    shall be without prejudice
    shall remain in force
    will remain in force
    (remains|remain) in force
    shall continue in force
    shall be authentic
    shall be equally authentic`,
  ),
  ...rows(
    'definition',
    8,
    'noun',
    `
    shall mean
    (shall|will) have the meaning
    shall include
    shall be understood as
    shall refer to`,
  ),
  ...rows(
    'duty',
    7,
    'verb',
    `
    will
    ~agree to
    (have|has) agreed to
    (is|are) agreed to
    agreed to
    ~accept the (obligation|duty) (to|of)
    (has|have) decided to
    (is|are) to`,
  ),
  ...rows(
    'duty',
    7,
    'clause',
    `
    ~agree that
    (have|has) agreed that
    (are|is) agreed that
    agreed that
    it is agreed that`,
  ),
  ...rows(
    'duty',
    7,
    'noun',
    `
    ~accept the (obligation|duty|responsibility)
    ~assume the (obligation|responsibility)`,
  ),
  ...rows(
    'duty',
    6,
    'verb',
    `
    ~commit (itself|themselves|ourselves)? to
    (is|are|remain|remains) committed to
    ~pledge (itself|themselves|ourselves)? to
    ~engage (itself|themselves)? to
    ~promise to
    ~vow to`,
  ),
  ...rows(
    'duty',
    6,
    'clause',
    `
    ~assure that
    ~pledge that
    ~promise that`,
  ),
  ...rows(
    'duty',
    6,
    'noun',
    `
    ~assure
    ~promise
    ~pledge (itself|themselves|ourselves)?`,
  ),
  ...rows(
    'process',
    5,
    'verb',
    `
    (shall|will|must) (endeavour|endeavor|strive|seek|attempt|try|aim) to
    (shall|will|must) make every effort to
    (shall|will|must) make (all|its|their) (best|reasonable|all)? efforts? to
    (shall|will|must) use (its|their)? (all|best|every) (reasonable)? (endeavours|endeavors|efforts|means) to
    (shall|will|must) do (its|their|our) (best|utmost) to
    (shall|will|must) do (all|everything|whatever) (it|they|we) can to
    (shall|will|must) do (all|everything) (in|within) (its|their|our) power to
    (shall|will|must) spare no (effort|efforts|pains) to
    (shall|will|must) exert (itself|themselves|ourselves) to
    (shall|will|must) use (its|their|our) (good offices|influence) to
    ~do (its|their|our) (best|utmost) to
    (shall|will|must) take (all|the)? (reasonable|appropriate|necessary)? steps to
    (shall|will|must) work (towards|toward|for)
    (shall|will|must) do (what|all|everything|whatever) (it|they|each) (can|could|may|is able|are able) to
    (shall|will|must) do (all|everything) (possible|in its power|in their power) to
    (shall|will|must) (aim at|pursue|strive for)
    ~undertake to (endeavour|endeavor|seek|strive|try)  to
    ~undertake to make every effort to
    ~undertake to use (its|their)? best (endeavours|endeavors|efforts) to
    ~endeavour to
    ~strive to`,
  ),
  ...rows(
    'process',
    5,
    'noun',
    `
    (shall|will|must) (facilitate|promote|encourage|foster)
    (shall|will|must) take account of
    (shall|will|must) take into account
    (shall|will|must) have regard to`,
  ),
  ...rows(
    'declaration',
    4,
    'verb',
    `
    (stand|stands) ready to
    (stands|stand) prepared to
    (is|are) (prepared|willing|ready|disposed|inclined|open) to
    (remain|remains) (prepared|willing|ready|disposed) to
    (is|are) (minded|glad|happy|pleased) to
    (shall|will|would|could) be (prepared|willing|ready|disposed|inclined|glad|happy|pleased) to
    (shall|will|would) (stand|remain) (ready|prepared|willing) to
    (shall|will|would)? (hold|keep) (itself|themselves|ourselves) (ready|prepared|available|disposed) to
    (shall|will|would)? (hold|keep) (itself|themselves|ourselves) in readiness to
    (holds|keeps) (itself|themselves) (ready|prepared) to
    (holds|keeps) (itself|themselves) in readiness to
    would (propose|intend|expect|plan|seek|wish) to
    would (see|find) (its|their|our) way to
    (shall|will) be in a position to
    would
    (is|are) in a position to
    ~consider (itself|themselves|ourselves) (ready|prepared|willing) to
    ~hold (itself|themselves|ourselves) (ready|prepared) to
    ~declare (itself|themselves|ourselves) (ready|prepared|willing) to
    could
    ~express (its|their|our)? (readiness|willingness|preparedness) to
    ~declare (its|their|our)? (readiness|willingness|preparedness) to
    ~reaffirm (its|their|our)? (readiness|willingness|preparedness) to
    ~confirm (its|their|our)? (readiness|willingness|preparedness) to`,
  ),
  ...rows(
    'declaration',
    3,
    'verb',
    `
    (seeks|seek|aims|aim) to
    (intends|intend|plan|plans|propose|proposes|mean|means) to
    (expects|expect|anticipates|anticipate|looks|look) to
    (has|have) in mind to
    (has|have) every intention to
    (is|are) (hoping|planning|intending|expecting) to
    it is the (policy|intention|intent) of
    (has|have) the intention to
    (has|have) the intention of`,
  ),
  ...rows(
    'declaration',
    3,
    'noun',
    `
    (envisages|envisage|anticipates|anticipate)`,
  ),
  ...rows(
    'declaration',
    2,
    'verb',
    `
    (hopes|hope|desires|desire|wishes|wish) to
    (is|are) hopeful
    should
    (is|are) (encouraged|invited|called upon|urged|requested) to
    shall be (encouraged|invited|urged) to
    ~encourage
    it is (desirable|important|essential|hoped)`,
  ),
  ...rows(
    'declaration',
    1,
    'noun',
    `
    ~reaffirm
    ~confirm
    ~reiterate
    ~recall
    ~recognise
    ~recognize
    ~acknowledge
    ~affirm
    ~declare
    ~underline
    ~underscore
    ~stress
    ~emphasise
    ~emphasize
    ~welcome
    ~condemn
    ~deplore
    ~regret
    ~believe
    ~appreciate
    ~express
    (takes|take) note of
    (is|are) (determined|convinced|resolved|of the view)
    (attach|attaches) (great|high)? importance to
    ~commend
    ~applaud
    (regards|regard)
    (considers|consider)`,
  ),
  ...rows(
    'declaration',
    1,
    'clause',
    `
    ~reaffirm that
    ~confirm that
    ~reiterate that
    ~recognise that
    ~recognize that
    ~acknowledge that
    ~affirm that
    ~declare that
    ~underline that
    ~stress that
    ~emphasise that
    ~emphasize that
    ~believe that
    (hold|holds) that
    ~note that
    ~recall that
    ~expect that
    ~hope that
    it is hoped that
    (consider|considers) that
    (is|are) of the view that
    (is|are) (convinced|determined|resolved) that
    ~understand that`,
  ),
  ...rows(
    'permission',
    0,
    'verb',
    `
    may
    can
    might
    (is|are) (authorised|authorized|permitted|allowed|empowered|entitled|free) to
    shall be (authorised|authorized|permitted|allowed|empowered|free|able) to
    will be (authorised|authorized|permitted|allowed|empowered|free|able) to
    ~reserve (the|its|their) (right|rights) to
    (reserves|reserve) (the|its|their) freedom to
    (has|have) the (option|discretion|possibility|power|authority) to
    shall have the (option|discretion|possibility|power|authority) to
    (shall|will) not be prevented from
    shall have (full|complete)? discretion to`,
  ),
  ...rows(
    'right',
    8,
    'verb',
    `
    shall be entitled to
    will be entitled to
    (has|have) the right to
    shall have the right to
    will have the right to
    shall enjoy the right to
    (retains|retain) the right to
    shall retain the right to`,
  ),
  ...rows(
    'prohibition',
    8,
    'verb',
    `
    (may|shall|must|will|can) (not|neither|never)
    cannot
    ~undertake not to
    ~agree not to
    ~pledge not to
    ~commit (itself|themselves)? not to
    (shall|will|must) (refrain|abstain|desist) from
    ~undertake to (refrain|abstain|desist) from
    (is|are) (prohibited|forbidden|barred) from
    shall be (prohibited|forbidden|barred) from
    (is|are) (prohibited|forbidden)
    shall under no circumstances
    (will|must) under no circumstances
    shall in no (case|event|circumstances|way)
    (will|must) in no (case|event|circumstances|way)
    (is|are) not to
    shall cease to`,
  ),
  ...rows(
    'exemption',
    0,
    'verb',
    `
    need not
    (is|are) not (required|obliged|bound|obligated) to
    (shall|will) not be (required|obliged|bound|obligated) to
    (shall|will) not be under (an|any) (obligation|duty) to
    (shall|will) have no (obligation|duty) to
    (has|have) no (obligation|duty) to`,
  ),
];
