export { createEventBus } from './event-bus';
export type { EventBusOptions } from './event-bus';
export { checkFact, checkRequest, isFactTopic, isRequestTopic } from './outside';
export type { Checked } from './outside';
