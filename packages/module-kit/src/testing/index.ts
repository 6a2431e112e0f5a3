/**
 * For the tests of modules: host-kit's test host, with React rendered after every change, and a way to mount modules in
 * it.
 */
export {
  aContact,
  aDesktop,
  aMessage,
  aNotice,
  aPool,
  aRefusal,
  aReply,
  aTarget,
  aTargetRef,
  aTransfer,
  anAgent,
  anInteraction,
  anInvitation,
  byId,
  capabilities,
  createMemoryDirectory,
  createRecordedAdapters,
  createRecordedCommands,
  demoAgent,
  demoColleague,
  testStart,
} from '@baton/host-kit/testing';
export type {
  CommandCall,
  MemoryDirectory,
  RecordedAdapters,
  RecordedCommands,
  TestHost,
  TestHostOptions,
} from '@baton/host-kit/testing';
export { axeViolations } from './axe';
export { createManualClock, createTestHost } from './rendered';
export type { ManualClock } from './rendered';
export { renderInHost, withoutAct } from './render-in-host';
export type { InHost } from './render-in-host';
export { saidByLog, spokenIn } from './spoken';
export { translate } from './translate';
