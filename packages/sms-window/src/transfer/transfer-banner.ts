import type {
  BackendCapabilities,
  HostContext,
  InteractionTransfer,
  Known,
  PendingTransfer,
  Severity,
  TargetKind,
} from '@baton/contracts';
import { declineReasonShown } from '@baton/module-kit';
import type { TextId, Wording } from '../texts';
import { failureTexts } from './failures';
import type { TransferAction } from './failures';

/** The content of a banner: texts and actions. */
export interface BannerModel {
  /** Identifies what the banner is about. */
  key: string;
  severity: Known<Severity>;
  title: Wording;
  help: readonly Wording[];
  actions: readonly TransferAction[];
  /** The warning that *Try again* shows first: the transfer may count twice. */
  mayCountTwice?: Wording;
  /** When the time that counts down began, in backend time. */
  countdownFrom?: number;
  /** End of the countdown, in backend time. */
  countdownTo?: number;
  /** Whether that time is an estimate. */
  isEstimate?: boolean;
  /** A confirmation: it disappears when there was time to read it (MM-04). */
  passing?: true;
  dismissible: boolean;
  /** Time of the event, in backend time: banners are sorted by it, newest first. */
  at: number;
}

/** What the texts about a transfer depend on, besides the transfer. */
export interface TransferContext {
  /** The customer's name, where it is known. */
  customer: string | undefined;
  connectionLost: boolean;
  /** Whether the backend can take back a pending transfer. */
  cancellable: boolean;
  /** Whether a pending transfer can be offered to someone else. */
  redirectable: boolean;
  /** How well the backend knows until when the target can answer. */
  deadline: Known<BackendCapabilities['inviteExpiry']>;
  /** Whether the backend reports how the transfer ends. */
  outcome: Known<BackendCapabilities['senderSeesOutcome']>;
  /** Whether a conversation that no agent accepts stays with its sender. */
  returnsIfDeclined: Known<BackendCapabilities['declineReturnsToSender']>;
  /** Whether a transfer that is requested twice counts once. */
  isIdempotent: boolean;
  /** The kinds of targets that get a conversation at once, without an invitation. */
  handsOverAtOnce: readonly TargetKind[];
  /** Whether this window asked to cancel that very transfer. */
  cancelAsked: boolean;
  /** The host's reasons for declining, by which ids get their labels. */
  declining?: HostContext['declining'];
}

/** The agent of a pool who is invited now, and how the one before answered; then whether more time was asked for. */
export function whereItStands({ target, route, extensions }: PendingTransfer): Wording[] {
  // After the last withdrawn offer, by which the transfer was redirected.
  const asked = route.slice(route.findLastIndex(({ state }) => state === 'withdrawn') + 1);
  const [before, now] = asked.length > 1 ? asked.slice(-2) : [undefined, ...asked];
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
export function transferBanner(transfer: InteractionTransfer, context: TransferContext): BannerModel {
  const names = { target: transfer.target.name, customer: context.customer };
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
        // The target may own the conversation already.
        ...(context.handsOverAtOnce.includes(transfer.target.kind) && { help: [] }),
        severity: 'information',
        title: { id: 'transfer.requesting', values: names },
        dismissible: false,
        at: transfer.startedAt,
      };
    case 'pending': {
      const { connectionLost, cancellable, redirectable, deadline } = context;
      return {
        ...about,
        severity: 'information',
        title: { id: invitingTitle(transfer, context), values: names },
        help: [
          ...whereItStands(transfer),
          ...outcomeUntold(context),
          ...ownerWhilePending(context),
          ...(connectionLost ? [{ id: 'transfer.checking' } as const] : []),
        ],
        actions: [...(cancellable ? (['cancel'] as const) : []), ...(redirectable ? (['redirect'] as const) : [])],
        ...(deadline !== 'unknown' &&
          !connectionLost &&
          transfer.expiresAt !== null && {
            countdownFrom: transfer.route.at(-1)?.at ?? transfer.startedAt,
            countdownTo: transfer.expiresAt,
            isEstimate: deadline === 'estimated',
          }),
        dismissible: false,
        at: transfer.startedAt,
      };
    }
    case 'accepted': {
      const accepted = { ...names, target: transfer.acceptedBy.name };
      const outcome = context.cancelAsked ? 'transfer.tooLate' : 'transfer.accepted';
      return {
        ...about,
        severity: 'done',
        title: { id: outcome, values: accepted },
        help: [{ id: `${outcome}.help`, values: accepted }],
        dismissible: false,
        at: transfer.endedAt,
      };
    }
    case 'handedOver':
      return {
        ...about,
        severity: 'done',
        title: { id: 'transfer.handedOver', values: names },
        help: [{ id: 'transfer.handedOver.help', values: names }],
        dismissible: false,
        at: transfer.endedAt,
      };
    case 'declined':
    case 'notAccepted':
    case 'expired':
      return {
        ...about,
        severity: 'problem',
        title:
          transfer.state === 'declined' && transfer.reason
            ? {
                id: 'transfer.declined.reason',
                values: { ...names, reason: declineReasonShown(context, transfer.reason) },
              }
            : { id: `transfer.${transfer.state}`, values: names },
        ...afterNotAccepted(context, {
          help: [{ id: `transfer.${transfer.state}.help`, values: names }],
          actions: transfer.state === 'declined' ? ['findAnother'] : ['tryAgain', 'findAnother'],
        }),
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
      const { title, help, actions } = failureTexts(transfer.reason);
      const values = { ...names, ref: transfer.state === 'refused' ? transfer.reference : transfer.id };
      const isPlain = transfer.state === 'refused' && transfer.version === undefined && context.isIdempotent;
      const mayCountTwice = transfer.reason === 'unknownOutcome' && !isPlain;
      const next = { help: [{ id: help, values }], actions };
      const isNotAccepted = transfer.state === 'failed' && transfer.reason === 'poolEmpty';
      return {
        ...about,
        severity: 'problem',
        title: { id: title, values },
        ...(isNotAccepted ? afterNotAccepted(context, next) : next),
        ...(mayCountTwice && { mayCountTwice: { id: 'transfer.mayCountTwice', values } }),
        at: transfer.endedAt,
      };
    }
    default:
      return {
        ...about,
        severity: 'information',
        title: { id: 'transfer.unknown', values: names },
        help: ownerWhilePending(context),
        at: transfer.startedAt,
      };
  }
}

/** Says "waiting for an answer" only where the backend reports the answer. */
function invitingTitle({ target }: PendingTransfer, { outcome }: TransferContext): TextId {
  if (outcome !== 'explicit') return 'transfer.inviting.untold';
  return target.kind === 'agent' ? 'transfer.inviting.agent' : 'transfer.inviting.pool';
}

/** Says that the sender will not, or may not, learn how the transfer ends. */
export function outcomeUntold({ outcome }: TransferContext): Wording[] {
  return outcome === 'explicit' ? [] : [{ id: `transfer.untold.${outcome}` }];
}

/** Says who owns the conversation until it is accepted, where the backend tells. */
function ownerWhilePending({ returnsIfDeclined }: TransferContext): Wording[] {
  const words = { yes: [{ id: 'transfer.owner' }], no: [{ id: 'transfer.offeredOn.next' }], unknown: [] } as const;
  return [...words[returnsIfDeclined]];
}

/** Texts and actions after a transfer that was not accepted: `stays` where the conversation stays with its sender. */
function afterNotAccepted(
  { returnsIfDeclined }: TransferContext,
  stays: Pick<BannerModel, 'help' | 'actions'>,
): Pick<BannerModel, 'help' | 'actions'> {
  switch (returnsIfDeclined) {
    case 'yes':
      return stays;
    case 'no':
      return { help: [{ id: 'transfer.offeredOn' }], actions: [] };
    case 'unknown':
      return { help: [], actions: stays.actions };
  }
}
