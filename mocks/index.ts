// The model
export * as model from './contact-centre';
export type { CentreSeed, CentreState, Delivery, Input, StepResult } from './contact-centre';

// The model at work
export { createContactCentre } from './service/contact-centre';
export type { ContactCentre, ContactCentreOptions } from './service/contact-centre';
export type { ContactCentrePort, Reply, StreamSink } from './service/port';
export { memoryLog } from './service/log';
export type { Life, Log, LogEntry } from './service/log';

// Its HTTP face
export { createHandlers } from './handlers';
export type { HandlerOptions } from './handlers';
export { getResponse } from './msw';

// Situations
export { findScenario, scenarioIds, scenarios } from './scenarios';
export type { Scenario } from './scenarios';
