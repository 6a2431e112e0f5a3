/**
 * Schemas of what Baton sends, for those who check what they are sent: backends, telemetry, whoever stands on the other
 * side of a bus. Apart from the rest, since a desktop that starts needs none of them.
 */
export { factSchemas, requestSchemas } from './bus/schemas';
export { TelemetryEvent } from './host/telemetry';
export { Command, declineReasons, maxBodyBytes } from './wire/commands';
