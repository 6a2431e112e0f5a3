import type { InvitationOutcome, Known, RoutingEventType, TranscriptEvent, Transfer } from '@baton/contracts';

/** The state of a transfer; `none` before it has begun. */
export type TransferState = 'none' | Known<Transfer['state']>;

/** What a happening does to a transfer. */
export interface TransferTransition {
  readonly to: TransferState;
  /** With `failed`: why, where it does not depend on the target. */
  readonly reason?: 'poolEmpty' | 'ended';
  /** The entry in the transcript. */
  readonly entry?: Known<TranscriptEvent['event']>;
  /** What happens to the offer: made, changed, or ended with this outcome. */
  readonly offer?: 'offered' | 'updated' | Known<InvitationOutcome>;
  /** The owner of the conversation afterwards. */
  readonly owner: 'sender' | 'target' | 'queue' | 'nobody';
  /** The events that sender and target get. */
  readonly tells: { readonly sender?: RoutingEventType; readonly target?: RoutingEventType };
}

/**
 * The state machine of a transfer: by state, what can happen. Everything else is refused, or a defect of the model.
 * Docs and tests are made from this table too.
 */
export const transferTransitions = {
  none: {
    /** The target is invited; of a pool, its first ready agent. */
    invited: {
      to: 'pending',
      entry: 'invited',
      offer: 'offered',
      owner: 'sender',
      tells: { sender: 'transfer.pending', target: 'invitation.offered' },
    },
    /** The product puts the conversation into a queue without an invitation. */
    placed: { to: 'handedOver', entry: 'handedOver', owner: 'queue', tells: { sender: 'transfer.handedOver' } },
  },
  pending: {
    /** The invited agent asks for more time. */
    extended: {
      to: 'pending',
      offer: 'updated',
      owner: 'sender',
      tells: { sender: 'transfer.extended', target: 'invitation.updated' },
    },
    /** Pools: the invited agent has not accepted, and the next one is invited. */
    passedOn: {
      to: 'pending',
      offer: 'offered',
      owner: 'sender',
      tells: { sender: 'transfer.pending', target: 'invitation.offered' },
    },
    /** The sender offers it to another target. The agent who was invited before is told that the offer was withdrawn. */
    redirected: {
      to: 'pending',
      entry: 'redirected',
      offer: 'offered',
      owner: 'sender',
      tells: { sender: 'transfer.pending', target: 'invitation.offered' },
    },
    /** The sender chooses another target: a queue into which the product puts the conversation without an invitation. */
    placed: {
      to: 'handedOver',
      entry: 'handedOver',
      offer: 'withdrawn',
      owner: 'queue',
      tells: { sender: 'transfer.handedOver', target: 'invitation.ended' },
    },
    accepted: {
      to: 'accepted',
      entry: 'accepted',
      offer: 'accepted',
      owner: 'target',
      tells: { sender: 'transfer.accepted', target: 'transfer.accepted' },
    },
    declined: {
      to: 'declined',
      entry: 'declined',
      offer: 'declined',
      owner: 'sender',
      tells: { sender: 'transfer.declined', target: 'invitation.ended' },
    },
    /** The deadline has passed without an answer. */
    expired: {
      to: 'expired',
      entry: 'expired',
      offer: 'expired',
      owner: 'sender',
      tells: { sender: 'transfer.expired', target: 'invitation.ended' },
    },
    /** The target has not accepted, and the product does not say why. */
    unexplained: {
      to: 'notAccepted',
      entry: 'notAccepted',
      owner: 'sender',
      tells: { sender: 'transfer.notAccepted', target: 'invitation.ended' },
    },
    /** The target cannot accept any more: signed out, Not Ready, or of unknown presence. */
    revoked: {
      to: 'failed',
      entry: 'failed',
      offer: 'revoked',
      owner: 'sender',
      tells: { sender: 'transfer.failed', target: 'invitation.ended' },
    },
    /** Pools: no member is left to invite. */
    poolEmpty: {
      to: 'failed',
      reason: 'poolEmpty',
      entry: 'failed',
      owner: 'sender',
      tells: { sender: 'transfer.failed' },
    },
    cancelled: {
      to: 'cancelled',
      entry: 'cancelled',
      offer: 'withdrawn',
      owner: 'sender',
      tells: { sender: 'transfer.cancelled', target: 'invitation.ended' },
    },
    /** The sender signs out; the conversation goes back to its queue. */
    senderSignedOut: {
      to: 'cancelled',
      entry: 'cancelled',
      offer: 'withdrawn',
      owner: 'queue',
      tells: { sender: 'transfer.cancelled', target: 'invitation.ended' },
    },
    /** The sender ends and completes the conversation. */
    completed: {
      to: 'cancelled',
      entry: 'cancelled',
      offer: 'conversationEnded',
      owner: 'nobody',
      tells: { sender: 'transfer.cancelled', target: 'invitation.ended' },
    },
    /** The customer has ended the conversation. The transcript says only that. */
    customerEnded: {
      to: 'failed',
      reason: 'ended',
      offer: 'conversationEnded',
      owner: 'sender',
      tells: { sender: 'transfer.failed', target: 'invitation.ended' },
    },
  },
  accepted: dismissable('accepted', 'target'),
  handedOver: dismissable('handedOver', 'queue'),
  declined: dismissable('declined', 'sender'),
  expired: dismissable('expired', 'sender'),
  notAccepted: dismissable('notAccepted', 'sender'),
  cancelled: dismissable('cancelled', 'sender'),
  failed: dismissable('failed', 'sender'),
} as const satisfies { readonly [S in TransferState]: { readonly [happening: string]: TransferTransition } };

/** What can happen to a pending transfer. */
export type TransferHappening = keyof (typeof transferTransitions)['pending'];

/** What a happening does to an invitation. */
export interface InvitationTransition {
  readonly to: 'offered' | 'ended';
  readonly outcome?: Known<InvitationOutcome>;
  /** The event that the invited agent gets. */
  readonly tells: RoutingEventType;
}

/** The state machine of an invitation, from a colleague or a queue. */
export const invitationTransitions = {
  none: { offered: { to: 'offered', tells: 'invitation.offered' } },
  offered: {
    /** The customer has written meanwhile. */
    written: { to: 'offered', tells: 'invitation.updated' },
    extended: { to: 'offered', tells: 'invitation.updated' },
    accepted: endsAs('accepted'),
    declined: endsAs('declined'),
    expired: endsAs('expired'),
    withdrawn: endsAs('withdrawn'),
    conversationEnded: endsAs('conversationEnded'),
    revoked: endsAs('revoked'),
  },
  ended: {},
} as const satisfies {
  readonly [S in 'none' | 'offered' | 'ended']: { readonly [happening: string]: InvitationTransition };
};

/** An outcome is shown until its sender dismisses it. */
function dismissable<S extends TransferState, O extends TransferTransition['owner']>(to: S, owner: O) {
  return { dismissed: { to, owner, tells: { sender: 'transfer.dismissed' } } } as const;
}

function endsAs<O extends Known<InvitationOutcome>>(outcome: O) {
  return { to: 'ended', outcome, tells: 'invitation.ended' } as const;
}
