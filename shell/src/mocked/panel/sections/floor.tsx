import { NumberField } from '../fields';
import { usePanel } from '../panel-context';

/** How large the contact centre is, and how much is going on there. */
export function Floor() {
  const { control, overview, act } = usePanel();
  return (
    <div className="fields">
      <NumberField
        label="Targets in the directory"
        value={overview.directorySize}
        max={100_000}
        onChange={(size) => act(() => control.setDirectory({ size }))}
      />
      <NumberField
        label="Presence changes a second"
        value={overview.presenceTraffic}
        max={1000}
        onChange={(perSecond) => act(() => control.setPresenceTraffic({ perSecond }))}
      />
    </div>
  );
}
