export { createAdapter } from './adapter';
export type { Adapter, AdapterOptions } from './adapter';
export type { CommandHandlers, TextTaken } from './commands';
export type {
  News,
  SaidInteraction,
  SaidInvitation,
  SaidMessage,
  SaidNotice,
  SaidTarget,
  SaidTransfer,
  TransferEnd,
} from './news';
export type { AdapterReads } from './reads';
export { refuse, Refusal } from './refusal';
