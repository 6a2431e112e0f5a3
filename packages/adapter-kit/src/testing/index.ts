export { describeRoutingBackend, routingBackendChecks } from './suite';
export type { RoutingBackendCheck } from './check';
export type { BackendWorld, WorldAgent } from './world';
