import type { InteractionTransfer, PendingTransfer, Severity } from '@baton/contracts';
import type { Wording } from '../texts';
import { failures } from './failures';
import type { TransferAction } from './failures';

/** What a banner says and offers, free of how it looks. */
export interface BannerModel {
  /** The same for as long as it is about the same thing. */
  key: string;
  severity: Severity;
  title: Wording;
  help: readonly Wording[];
  actions: readonly TransferAction[];
  /** What is said before Try again does anything: it may count twice. */
  mayCountTwice?: Wording;
  /** Backend time that is counted down to. */
  countdownTo?: number;
  /** A quiet confirmation: goes by itself when there was time to read it (MM-04). */
  passing?: true;
  dismissible: boolean;
  /** When what it tells happened, in backend time: the newest stands first. */
  at: number;
}

/** What the words about a transfer depend on, besides the transfer. */
export interface Circumstances {
  customer: string;
  connectionLost: boolean;
  /** Whether the backend can take back a pending transfer. */
  cancellable: boolean;
  /** Whether the backend says until when the target can answer. */
  deadlineKnown: boolean;
  /** Whether the backend makes one of a transfer that it is asked for twice. */
  isIdempotent: boolean;
  /** Whether this window asked to cancel that very transfer. */
  cancelAsked: boolean;
}

/** Which agent of a pool is asked now, and how the one before has answered; that the one asked wants more time. */
export function whereItStands({ target, route, extensions }: PendingTransfer): Wording[] {
  const [before, now] = route.length > 1 ? route.slice(-2) : [undefined, ...route];
  const words: Wording[] = [];
  if (target.kind !== 'agent' && now) {
    const answer = before?.state === 'declined' || before?.state === 'expired' ? before.state : 'revoked';
    words.push(
      before
        ? { id: `transfer.asking.${answer}`, values: { agent: before.agent.name, next: now.agent.name } }
        : { id: 'transfer.asking', values: { agent: now.agent.name } },
    );
  }
  if (extensions > 0) words.push({ id: 'transfer.extended', values: { target: (now?.agent ?? target).name } });
  return words;
}

/** What the sender's window says about a transfer. */
export function transferBanner(transfer: InteractionTransfer, circumstances: Circumstances): BannerModel {
  const names = { target: transfer.target.name, customer: circumstances.customer };
  const about = {
    key: transfer.commandId,
    help: [{ id: 'transfer.owner' }],
    actions: [],
    dismissible: true,
  } satisfies Partial<BannerModel>;

  switch (transfer.state) {
    case 'requesting':
      return {
        ...about,
        severity: 'information',
        title: { id: 'transfer.requesting', values: names },
        dismissible: false,
        at: transfer.startedAt,
      };
    case 'pending': {
      const { connectionLost, cancellable, deadlineKnown } = circumstances;
      return {
        ...about,
        severity: 'information',
        title: {
          id: transfer.target.kind === 'agent' ? 'transfer.inviting.agent' : 'transfer.inviting.pool',
          values: names,
        },
        help: [
          ...whereItStands(transfer),
          { id: 'transfer.owner' },
          ...(connectionLost ? [{ id: 'transfer.checking' } as const] : []),
        ],
        actions: cancellable ? ['cancel'] : [],
        ...(deadlineKnown && !connectionLost && transfer.expiresAt !== null && { countdownTo: transfer.expiresAt }),
        dismissible: false,
        at: transfer.startedAt,
      };
    }
    case 'accepted': {
      const accepted = { ...names, target: transfer.acceptedBy.name };
      const outcome = circumstances.cancelAsked ? 'transfer.tooLate' : 'transfer.accepted';
      return {
        ...about,
        severity: 'done',
        title: { id: outcome, values: accepted },
        help: [{ id: `${outcome}.help`, values: accepted }],
        dismissible: false,
        at: transfer.endedAt,
      };
    }
    case 'declined':
    case 'expired':
      return {
        ...about,
        severity: 'problem',
        title: { id: `transfer.${transfer.state}`, values: names },
        help: [{ id: `transfer.${transfer.state}.help`, values: names }],
        actions: transfer.state === 'expired' ? ['tryAgain', 'findAnother'] : ['findAnother'],
        at: transfer.endedAt,
      };
    case 'cancelled':
      return {
        ...about,
        severity: 'information',
        title: { id: 'transfer.cancelled' },
        help: [{ id: 'transfer.cancelled.help' }],
        passing: true,
        at: transfer.endedAt,
      };
    case 'failed':
    case 'refused': {
      const { title, help, actions } = failures[transfer.reason];
      const values = { ...names, ref: transfer.state === 'refused' ? transfer.reference : transfer.id };
      const isPlain = transfer.state === 'refused' && transfer.version === undefined && circumstances.isIdempotent;
      const mayCountTwice = transfer.reason === 'unknownOutcome' && !isPlain;
      return {
        ...about,
        severity: 'problem',
        title: { id: title, values },
        help: [{ id: help, values }],
        actions,
        ...(mayCountTwice && { mayCountTwice: { id: 'transfer.mayCountTwice', values } }),
        at: transfer.endedAt,
      };
    }
  }
}
