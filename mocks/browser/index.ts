export { startMockedBackend } from './start';
export type { MockedBackend } from './start';
export type { MockedBackendOptions } from './start';
export { Situation } from './situation';
export {
  Action,
  Play,
  ScriptedCommand,
  colleagueAnswers,
  maxDirectorySize,
  maxPresenceTraffic,
} from '../control/actions';
export type { ColleagueBehaviour } from '../control/actions';
export { ControlError, createControl } from '../control/client';
export type { Control } from '../control/client';
export { NetworkSettings, failureKinds, operations, streamModes } from '../control/network-settings';
export type { Operation, StreamMode } from '../control/network-settings';
export { Overview } from '../control/overview';
export type { AskedCommand, ClockSetting, Happened } from '../control/operations';
export { findScenario, scenarioGroups, scenarios } from '../scenarios';
export { findState, moduleNames, stateGroups, states } from '../states';
export type { PartOfPage, State, StateGroup, Step } from '../states';

// For tests of what stands in front of it
export { getResponse } from '../msw';
