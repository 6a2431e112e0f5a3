import { targetKey } from '@baton/contracts';
import type { InteractionTransfer, PendingTransfer } from '@baton/contracts';
import type { Wording } from '../texts';
import { outcomeUntold, transferBanner, whereItStands } from './transfer-banner';
import type { TransferContext } from './transfer-banner';

/** A text for screen readers. */
export interface Announcement {
  /** One sentence, or a title and the sentence that goes with it. */
  words: readonly [Wording] | readonly [Wording, Wording];
  priority: 'polite' | 'assertive';
  /** Identifies the event, so that it is announced once. */
  id: string;
}

/** The announcement of a transfer's change from `before` to `after`; undefined for changes that are not announced. */
export function transferAnnouncement(
  before: InteractionTransfer | undefined,
  after: InteractionTransfer,
  context: TransferContext,
  backendNow: number,
): Announcement | undefined {
  const same = before?.commandId === after.commandId && before.state === after.state;
  const id = `transfer:${after.commandId}:${after.state}`;
  const { title, help } = transferBanner(after, context);

  if (after.state === 'pending') {
    if (!same)
      return {
        words: invitationSent(title, after, context, backendNow),
        priority: 'polite',
        id,
      };
    if (before.state === 'pending' && targetKey(before.target) !== targetKey(after.target))
      return {
        words: invitationSent(title, after, context, backendNow),
        priority: 'polite',
        id: `${id}:${after.route.length}:${targetKey(after.target)}`,
      };
    const asksNext = before.state === 'pending' && after.route.length > before.route.length && before.route.length > 0;
    const asksForTime = before.state === 'pending' && after.extensions > before.extensions;
    const progress = asksNext ? whereItStands(after)[0] : asksForTime ? whereItStands(after).at(-1) : undefined;
    return progress && { words: [progress], priority: 'polite', id: `${id}:${after.route.length}:${after.extensions}` };
  }
  if (same) return undefined;

  switch (after.state) {
    case 'requesting':
      return { words: [title], priority: 'polite', id };
    case 'accepted': {
      const announced: Wording = context.cancelAsked
        ? title
        : {
            id: 'transfer.announce.accepted',
            values: { target: after.acceptedBy.name, customer: context.customer },
          };
      return { words: [announced], priority: 'polite', id };
    }
    case 'handedOver':
      return { words: [title], priority: 'polite', id };
    case 'cancelled':
      return { words: [{ id: 'transfer.announce.cancelled' }], priority: 'polite', id };
    case 'declined':
    case 'expired':
    case 'notAccepted':
    case 'failed':
    case 'refused': {
      const [next] = help;
      return { words: next ? [title, next] : [title], priority: 'assertive', id };
    }
  }
}

function invitationSent(
  title: Wording,
  { target: { name: target }, expiresAt }: PendingTransfer,
  context: TransferContext,
  backendNow: number,
): Announcement['words'] {
  const [untold] = outcomeUntold(context);
  if (untold) return [title, untold];
  if (context.deadline !== 'serverKnown' || expiresAt === null)
    return [{ id: 'transfer.announce.sentNoLimit', values: { target } }];
  const seconds = Math.max(0, Math.ceil((expiresAt - backendNow) / 1000));
  return [{ id: 'transfer.announce.sent', values: { target, seconds } }];
}
