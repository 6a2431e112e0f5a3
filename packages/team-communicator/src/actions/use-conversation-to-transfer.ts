import { useDesktop, useHost } from '@baton/module-kit';
import { useEffect, useMemo, useState } from 'react';
import type { Contact } from '@baton/contracts';
import type { Purpose } from '../opening/panel';

/** The conversation that a transfer would be about. */
export interface ConversationToTransfer {
  interactionId: string | null;
  /** The pending transfer that would be offered to a target instead. */
  transferId: string | undefined;
  /** Undefined when the agent does not own the conversation. */
  contact: Contact | undefined;
}

/** The conversation of the pick, else the one in front. */
export function useConversationToTransfer(purpose: Purpose): ConversationToTransfer {
  const { bus } = useHost();
  const [active, setActive] = useState(() => bus.retained('interaction.active')?.interactionId ?? null);
  useEffect(() => bus.on('interaction.active', ({ interactionId }) => setActive(interactionId)), [bus]);
  const interactionId = purpose.for === 'transfer' ? purpose.interactionId : active;
  const transferId = purpose.for === 'transfer' ? purpose.transferId : undefined;
  const contact = useDesktop(({ interactions }) => interactions[interactionId ?? '']?.contact);
  return useMemo(() => ({ interactionId, transferId, contact }), [interactionId, transferId, contact]);
}
