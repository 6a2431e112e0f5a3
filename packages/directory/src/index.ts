export { fold } from './fold';
export { highlight } from './highlight';
export type { Stretch } from './highlight';
export { matches, readingsOf } from './query';
export type { Reading, Term } from './query';
export { byName, byReadiness, rankOf } from './ranking';
export { TargetIndex } from './target-index';
export type { IndexAnswer, IndexQuery, Listing } from './target-index';
export { wordsOf } from './words';
