import { useEffect } from 'react';
import { canTransfer } from '@baton/desktop';
import { useHost } from '@baton/module-kit';

/**
 * Answers `transfer.start`, with which other modules and hosts transfer a conversation of the agent.
 *
 * @param onWrite that conversation is in front, and focus goes back to its text field
 */
export function useTransferRequests(onWrite: (interactionId: string) => void): void {
  const { bus, desktop, commands, privileges } = useHost();
  useEffect(
    () =>
      bus.respond('transfer.start', (ask, { agentWaits }) => {
        const permit = canTransfer(desktop.getState(), ask.interactionId, privileges);
        if (!permit.ok) throw new Error(`This conversation cannot be transferred now: ${permit.reason}`);
        void commands.startTransfer(ask);
        const isInFront = bus.retained('interaction.active')?.interactionId === ask.interactionId;
        if (isInFront && agentWaits?.() !== false) onWrite(ask.interactionId);
      }),
    [bus, desktop, commands, privileges, onWrite],
  );
}
