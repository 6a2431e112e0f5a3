import { useHost } from '@baton/module-kit';
import { useEffect, useState } from 'react';
import type { Purpose } from '../opening/panel';

/** The interaction that a transfer would be about: that of the pick, else the one in front. */
export function useSubject(purpose: Purpose): string | null {
  const { bus } = useHost();
  const [active, setActive] = useState(() => bus.retained('interaction.active')?.interactionId ?? null);
  useEffect(() => bus.on('interaction.active', ({ interactionId }) => setActive(interactionId)), [bus]);
  return purpose.for === 'transfer' ? purpose.interactionId : active;
}
