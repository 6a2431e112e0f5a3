import type { KnownTarget } from '@baton/contracts';

/** Whether a target can take a conversation now, as far as the contact centre knows. */
export function canTakeNow({ sms }: KnownTarget): boolean {
  return sms.available === true;
}
