/**
 * The simulated contact centre: a plain, synchronous, event-sourced model.
 * Time, chance and transport are its caller's.
 */
export { open } from './open';
export { step } from './step';
export { replay } from './replay';
export type { InputLog } from './replay';
export { nextDeadline } from './deadlines';
export { checkInvariants } from './invariants';
export { owners } from './interactions';
export { capabilities, messages, signInChoices, snapshot } from './snapshot';
export { favourites, recents, searchTargets } from './search';
export type { Answer, Delivery, DirectoryChange, Input, Refusal, StepResult } from './inputs';
export type { CentreState, Owner } from './state';
export type { AgentSeed, CentreSeed, ConversationSeed, MessageSeed, PoolSeed } from './seed';
