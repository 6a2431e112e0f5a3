import { useEffect, useState } from 'react';
import type { EventBus, Facts } from '@baton/contracts';

/** Whether a module's panel is open, so that the layout makes room for it. */
export function usePanel(bus: EventBus, panel: Facts['panel.changed']['panel']): boolean {
  const [open, setOpen] = useState(false);
  useEffect(
    () =>
      bus.on('panel.changed', (change) => {
        if (change.panel === panel) setOpen(change.open);
      }),
    [bus, panel],
  );
  return open;
}
