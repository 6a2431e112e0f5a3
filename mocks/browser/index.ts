export { startMockedBackend } from './start';
export type { MockedBackend } from './start';
export { findScenario, scenarios } from '../scenarios';
