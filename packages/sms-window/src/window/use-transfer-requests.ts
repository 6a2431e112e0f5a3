import { useEffect } from 'react';
import { canTransfer } from '@baton/desktop';
import { useHost } from '@baton/module-kit';
import type { Place } from './place';

/** Answers `transfer.start`: others may ask this window to transfer a conversation of the agent. */
export function useTransferRequests(composer: Place): void {
  const { bus, desktop, commands } = useHost();
  useEffect(
    () =>
      bus.respond('transfer.start', (ask) => {
        const permit = canTransfer(desktop.getState(), ask.interactionId);
        if (!permit.ok) throw new Error(`This conversation cannot be transferred now: ${permit.reason}`);
        void commands.startTransfer(ask);
        if (bus.retained('interaction.active')?.interactionId === ask.interactionId) composer.focus();
      }),
    [bus, desktop, commands, composer],
  );
}
