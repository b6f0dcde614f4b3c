/**
 * Phrases: the words of each block become sentences with their tokens, times, references, modals and lexicon hits.
 *
 * Takes the outline and the compiled lexicons. Gives sentences in order and the terms the draft defines. Never judges.
 */
export { inflect } from './inflect.ts';
export { compileLexicons, type LexiconFile, type LexiconSet, openLexicons } from './lexicon-set.ts';
export { phrasesData } from './phrases-data.ts';
export { printPhrases } from './print-phrases.ts';
export { readPhrases } from './read-phrases.ts';
export { said } from './said.ts';
export { foldTerm } from './terms.ts';
export { askOnce } from './tokens.ts';
export type {
  ClockStart,
  Definition,
  Hit,
  Modal,
  ModalKind,
  Phrases,
  Range,
  Reference,
  Sentence,
  TimePhrase,
  TimeUnit,
  Token,
} from './types.ts';
export { mayHave, WordSet, wordSet } from './word-classes.ts';
