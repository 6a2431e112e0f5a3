import type { Invitation } from '@baton/contracts';

/** Values that the texts about an invitation are filled with. */
export function namesOf({ from, contact }: Pick<Invitation, 'from' | 'contact'>): { agent: string; customer: string } {
  return { agent: from?.name ?? '', customer: contact.name };
}
