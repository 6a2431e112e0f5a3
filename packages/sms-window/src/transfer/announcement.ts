import type { InteractionTransfer } from '@baton/contracts';
import type { Wording } from '../texts';
import { transferBanner, whereItStands } from './transfer-banner';
import type { Circumstances } from './transfer-banner';

/** What is said to screen readers, once. */
export interface Announcement {
  /** One sentence, or a title and the sentence that goes with it. */
  words: readonly [Wording] | readonly [Wording, Wording];
  priority: 'polite' | 'assertive';
  /** The same for the same happening, so that it is said once. */
  id: string;
}

/** What to say when an interaction's transfer has changed from `before` to `after`; undefined when that is no news. */
export function transferAnnouncement(
  before: InteractionTransfer | undefined,
  after: InteractionTransfer,
  circumstances: Circumstances,
  backendNow: number,
): Announcement | undefined {
  const same = before?.commandId === after.commandId && before.state === after.state;
  const id = `transfer:${after.commandId}:${after.state}`;
  const { title, help } = transferBanner(after, circumstances);

  if (after.state === 'pending') {
    if (!same)
      return {
        words: [
          invitationSent(
            after.target.name,
            circumstances,
            after.expiresAt === null ? null : after.expiresAt - backendNow,
          ),
        ],
        priority: 'polite',
        id,
      };
    const asksNext = before.state === 'pending' && after.route.length > before.route.length && before.route.length > 0;
    const asksForTime = before.state === 'pending' && after.extensions > before.extensions;
    const news = asksNext ? whereItStands(after)[0] : asksForTime ? whereItStands(after).at(-1) : undefined;
    return news && { words: [news], priority: 'polite', id: `${id}:${after.route.length}:${after.extensions}` };
  }
  if (same) return undefined;

  switch (after.state) {
    case 'requesting':
      return { words: [title], priority: 'polite', id };
    case 'accepted': {
      const announced: Wording = circumstances.cancelAsked
        ? title
        : {
            id: 'transfer.announce.accepted',
            values: { target: after.acceptedBy.name, customer: circumstances.customer },
          };
      return { words: [announced], priority: 'polite', id };
    }
    case 'cancelled':
      return { words: [{ id: 'transfer.announce.cancelled' }], priority: 'polite', id };
    case 'declined':
    case 'expired':
    case 'failed':
    case 'refused': {
      const [next] = help;
      return { words: next ? [title, next] : [title], priority: 'assertive', id };
    }
  }
}

function invitationSent(target: string, { deadlineKnown }: Circumstances, leftMs: number | null): Wording {
  if (!deadlineKnown || leftMs === null) return { id: 'transfer.announce.sentNoLimit', values: { target } };
  return { id: 'transfer.announce.sent', values: { target, seconds: Math.max(0, Math.ceil(leftMs / 1000)) } };
}
