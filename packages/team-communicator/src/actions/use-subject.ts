import { useDesktop, useHost } from '@baton/module-kit';
import { useEffect, useMemo, useState } from 'react';
import type { Purpose } from '../opening/panel';

/** The conversation that a transfer would be about. */
export interface Subject {
  interactionId: string | null;
  /** `undefined` when the agent does not have it. */
  customer: string | undefined;
}

/** The conversation of the pick, else the one in front. */
export function useSubject(purpose: Purpose): Subject {
  const { bus } = useHost();
  const [active, setActive] = useState(() => bus.retained('interaction.active')?.interactionId ?? null);
  useEffect(() => bus.on('interaction.active', ({ interactionId }) => setActive(interactionId)), [bus]);
  const interactionId = purpose.for === 'transfer' ? purpose.interactionId : active;
  const customer = useDesktop(({ interactions }) => interactions[interactionId ?? '']?.contact.name);
  return useMemo(() => ({ interactionId, customer }), [interactionId, customer]);
}
