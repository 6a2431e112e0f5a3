/** For the tests of modules. */
export { axeViolations } from './axe';
export * from './builders';
export { createManualClock, testStart } from './manual-clock';
export type { ManualClock } from './manual-clock';
export { createMemoryDirectory } from './memory-directory';
export type { MemoryDirectory } from './memory-directory';
export { createRecordedAdapters } from './recorded-adapters';
export type { RecordedAdapters } from './recorded-adapters';
export { aRefusal, createRecordedCommands } from './recorded-commands';
export type { CommandCall, RecordedCommands } from './recorded-commands';
export { renderInHost, settled } from './render-in-host';
export type { InHost } from './render-in-host';
export { createTestHost, testPreferences } from './test-host';
export type { TestHost, TestHostOptions } from './test-host';
