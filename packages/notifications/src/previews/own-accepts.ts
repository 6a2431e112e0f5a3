import { useMemo, useRef } from 'react';
import { useHost } from '@baton/module-kit';
import type { OfferedInvitation } from '@baton/contracts';
import { useDesktopChanges } from '../desktop-changes';

/** Invitations that were accepted in this very window. */
export interface OwnAccepts {
  /** Accept was pressed here. */
  expect(invitation: OfferedInvitation): void;
  /** The backend refused it. */
  forget(invitation: OfferedInvitation): void;
  isOwn(invitationId: string): boolean;
}

/** Remembers what this window accepts, and opens the conversation with focus once it has been assigned. */
export function useOwnAccepts(): OwnAccepts {
  const { bus } = useHost();
  const interactions = useRef(new Map<string, string>());

  useDesktopChanges((before, after) => {
    for (const [invitationId, interactionId] of interactions.current) {
      const wasHere = before.interactions[interactionId] !== undefined;
      const isHere = after.interactions[interactionId] !== undefined;
      if (isHere && !wasHere)
        void bus.request('interaction.open', { interactionId, focus: true }).catch(() => undefined);
      if (wasHere && !isHere) interactions.current.delete(invitationId);
    }
  });

  return useMemo(
    () => ({
      expect: ({ id, interactionId }) => void interactions.current.set(id, interactionId),
      forget: ({ id }) => void interactions.current.delete(id),
      isOwn: (invitationId) => interactions.current.has(invitationId),
    }),
    [],
  );
}
