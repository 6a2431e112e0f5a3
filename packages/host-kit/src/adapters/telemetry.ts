import type { Telemetry } from '@baton/contracts';

/** The host's telemetry, whose own mistakes take nothing down and do not go unseen. */
export function harmless(telemetry: Telemetry): Telemetry {
  return {
    emit(event) {
      try {
        return telemetry.emit(event);
      } catch (error) {
        reportError(error);
        return undefined;
      }
    },
  };
}
