import type { Telemetry } from '@baton/contracts';
import { hook } from '../hook';

/** The host's telemetry, whose own mistakes take nothing down and do not go unseen. */
export function harmless(telemetry: Telemetry): Telemetry {
  return {
    emit(event) {
      let traceparent: ReturnType<Telemetry['emit']>;
      hook(() => {
        traceparent = telemetry.emit(event);
      });
      return traceparent;
    },
  };
}
