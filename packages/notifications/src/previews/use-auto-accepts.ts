import { useRef } from 'react';
import { useDesktop, useHost } from '@baton/module-kit';
import { backendNow, ownStatus } from '@baton/desktop';
import type { OfferedInvitation } from '@baton/contracts';
import type { Answers } from './use-answers';
import { useRoom } from './use-room';

/** An invitation that is accepted for the agent. */
export interface AutoAccept {
  invitation: OfferedInvitation;
  /** When, in backend time. */
  dueAt: number;
}

/**
 * The invitations that are accepted for the agent: while they are ready, as many as they have room for. Those that could
 * not be accepted, or for which they have asked for more time, they answer themselves.
 */
export function useAutoAccepts(
  waiting: readonly OfferedInvitation[],
  progressOf: Answers['progressOf'],
): readonly AutoAccept[] {
  const { autoAnswer, clock, desktop } = useHost();
  const room = useRoom();
  const isReady = useDesktop((state) => ownStatus(state) === 'ready' && state.locked === undefined);
  const known = useRef(new Map<string, { dueAt: number; expiresAt: number | null }>());
  if (autoAnswer === undefined || !isReady) return [];
  const { preview, seconds } = autoAnswer;

  const accepts: AutoAccept[] = [];
  for (const invitation of waiting) {
    const { id, expiresAt } = invitation;
    const first = known.current.get(id) ?? {
      dueAt: backendNow(desktop.getState(), clock) + (preview ? seconds * 1000 : 0),
      expiresAt,
    };
    known.current.set(id, first);
    if (accepts.length < room && first.expiresAt === expiresAt && progressOf(id).state !== 'refused')
      accepts.push({ invitation, dueAt: first.dueAt });
  }
  return accepts;
}
