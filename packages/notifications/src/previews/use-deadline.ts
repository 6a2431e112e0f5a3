import { useDesktop, useSecondsLeft } from '@baton/module-kit';
import { urgentSeconds } from '@baton/ui';
import type { OfferedInvitation } from '@baton/contracts';

/** Until when an invitation can be answered, as far as that is known. */
export interface Deadline {
  /** Absent when the deadline is not known, or there is none. */
  known?: 'exactly' | 'about';
  /** Seconds left, never below zero. */
  seconds: number;
  /** Little time is left; never by an estimate. */
  urgent: boolean;
}

/** The deadline of an invitation as far as the backend gives it. */
export function useDeadline({ expiresAt }: OfferedInvitation): Deadline {
  const expiry = useDesktop((state) => state.capabilities?.inviteExpiry) ?? 'unknown';
  const seconds = useSecondsLeft(expiresAt);
  if (expiresAt === null || expiry === 'unknown') return { seconds, urgent: false };
  const known = expiry === 'serverKnown' ? 'exactly' : 'about';
  return { known, seconds, urgent: known === 'exactly' && seconds <= urgentSeconds };
}
