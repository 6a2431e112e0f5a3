/**
 * Schemas of what Baton sends, for receivers that validate it: backends, telemetry, the far side of a bus bridge.
 * Separate from the rest, because a desktop does not need them at its start.
 */
export { factSchemas, requestSchemas } from './bus/schemas';
export { TelemetryEvent } from './host/telemetry';
export { declineReasons } from './domain/invitation';
export { Command, commands, commonRefusals, maxBodyBytes } from './wire/commands';
