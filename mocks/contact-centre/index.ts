/**
 * The simulated contact centre: a plain, synchronous, event-sourced model.
 * Its caller brings time, chance and transport.
 */
export { open } from './open';
export { step } from './step';
export { fingerprintOf } from './fingerprint';
export { nextDeadline } from './deadlines';
export { checkInvariants } from './invariants';
export { owners } from './interactions';
export { read } from './reads';
export { messages } from './readable';
export { signInChoices, snapshot } from './snapshot';
export { favourites, recents, searchTargets } from './search';
export { DirectoryIndex } from './search-index';
export type { Listeners } from './frames';
export type { Answer, AgentFrame, Input, Refusal, StepResult } from './inputs';
export { find, rowsOf } from './table';
export type { CentreState, Quirks } from './state';
export type { AgentSeed, CentreSeed, ConversationSeed, MessageSeed, PoolSeed } from './seed';
