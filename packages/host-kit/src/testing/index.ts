// A host without a contact centre, for the tests of teams who build beside Baton
export { createTestHost } from './test-host';
export type { TestHost, TestHostOptions } from './test-host';
export type { ManualClock } from '@baton/contracts/testing';

// Its parts
export { createTestPanels } from './test-panels';
export { createMemoryDirectory } from './memory-directory';
export type { MemoryDirectory } from './memory-directory';
export { createRecordedAdapters } from './recorded-adapters';
export type { RecordedAdapters } from './recorded-adapters';
export { aRefusal, createRecordedCommands } from './recorded-commands';
export type { CommandCall, RecordedCommands } from './recorded-commands';

// Builders of the entities on a desktop
export {
  aContact,
  aDesktop,
  aMessage,
  aNotice,
  aPool,
  aReply,
  aTarget,
  aTargetRef,
  aTransfer,
  anAgent,
  anInteraction,
  anInvitation,
  byId,
  capabilities,
  demoAgent,
  demoColleague,
  testStart,
} from './builders';
