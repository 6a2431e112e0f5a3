import { useDesktop, useSecondsLeft } from '@baton/module-kit';
import type { OfferedInvitation } from '@baton/contracts';

/** From here on a countdown is urgent, in seconds. */
const urgentSeconds = 10;

/** Until when an invitation can be answered, as far as that is known. */
export interface Deadline {
  /** Absent is unknown, or without limit. */
  known?: 'exactly' | 'about';
  /** Seconds left, never below zero. */
  seconds: number;
  /** Little time is left for certain. */
  urgent: boolean;
}

/** What the backend says of an invitation's deadline: an estimate is never urgent. */
export function useDeadline({ expiresAt }: OfferedInvitation): Deadline {
  const expiry = useDesktop((state) => state.capabilities?.inviteExpiry) ?? 'unknown';
  const seconds = useSecondsLeft(expiresAt);
  if (expiresAt === null || expiry === 'unknown') return { seconds, urgent: false };
  const known = expiry === 'serverKnown' ? 'exactly' : 'about';
  return { known, seconds, urgent: known === 'exactly' && seconds <= urgentSeconds };
}
