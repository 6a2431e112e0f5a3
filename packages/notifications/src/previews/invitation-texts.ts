import { knownOr } from '@baton/contracts';
import type { Invitation } from '@baton/contracts';

/** Values that the texts about an invitation are filled with. */
export function namesOf({ from, contact }: Pick<Invitation, 'from' | 'contact'>): {
  agent: string;
  customer: string | undefined;
} {
  return { agent: from?.name ?? '', customer: contact.name };
}

/** How it reaches the agent, as texts name it. */
export function wayOf({ kind }: Pick<Invitation, 'kind'>): 'transfer' | 'return' | 'inbound' | 'other' {
  return knownOr(kind, 'other');
}
