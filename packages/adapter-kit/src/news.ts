import type {
  Agent,
  AgentMessage,
  AgentRef,
  CustomerMessage,
  Interaction,
  InvitationOutcome,
  Known,
  KnownTarget,
  Notice,
  NoticeContent,
  OfferedInvitation,
  PendingTransfer,
  TargetRef,
  TranscriptEvent,
  TransferFailure,
} from '@baton/contracts';

/**
 * What an adapter can report. Each method takes the whole current value; a value that has not changed is not sent to
 * desktops again. Each method throws a `TypeError` with field and cure when a value does not fit the contract; then
 * nothing of the step is sent.
 */
export interface News {
  /** The agent with their state. Report it before the handler of `signIn` resolves. */
  agent(agent: Omit<Agent, 'version'>): void;
  /** A new or changed conversation of the agent, optionally with messages. */
  interaction(interaction: SaidInteraction, messages?: readonly SaidMessage[]): void;
  /** A conversation that has left the agent. `to`: the new owner. */
  interactionReleased(id: string, why: 'transferred' | 'completed' | 'signedOut', to?: AgentRef | TargetRef): void;
  /** New or changed entries of a conversation that has been reported. */
  messages(interactionId: string, messages: readonly SaidMessage[]): void;
  /** An open offer to the agent. */
  invitation(invitation: SaidInvitation): void;
  /** The end of an offer. Ignored for an offer that has not been reported, as after a reload. */
  invitationEnded(id: string, outcome: Known<InvitationOutcome>): void;
  /** A pending transfer by the agent. */
  transfer(transfer: SaidTransfer): void;
  /** The end of a transfer. Ignored for a transfer that has not been reported. */
  transferEnded(id: string, end: TransferEnd): void;
  /** The agent has dismissed the outcome of a transfer. */
  transferDismissed(id: string): void;
  /**
   * An entry of My Messages. Desktops write the entries about the ends of transfers and invitations themselves, unless
   * the capability `notices` is `backend`.
   */
  notice(notice: SaidNotice): void;
  /** The agent has deleted an entry of My Messages. */
  noticeDeleted(id: string): void;
  /** Targets whose presence, figures or availability has changed. Leave out unknown properties. */
  targets(targets: readonly SaidTarget[]): void;
  /** All favourites of the agent. */
  favourites(favourites: readonly TargetRef[]): void;
  /** The agent is signed out, or works elsewhere. */
  sessionEnded(reason: 'signedOut' | 'replaced'): void;
}

/** A conversation of the agent, who is its owner. */
export type SaidInteraction = Omit<Interaction, 'version' | 'owner'>;

type Placed<M> = Omit<M, 'version' | 'index' | 'at' | 'delivery' | 'commandId'> & {
  /** The product's id. A message with a known id replaces the former one. */
  id: string;
  /**
   * Position in the conversation, from 0 without gaps, if the product counts. Default: the next one; then conversations
   * have to be reported from their first message on.
   */
  index?: number;
  /** When it was written, in ms since the Unix epoch. Default: when it was first reported. */
  at?: number;
};

/** An entry of a conversation. */
export type SaidMessage =
  | Placed<CustomerMessage>
  | (Placed<AgentMessage> & {
      /** Delivery state. Default: `sent`. */
      delivery?: AgentMessage['delivery'];
      /**
       * The command that sent it, if the product knows. Default: found by the `messageId` that `sendMessage` returned.
       */
      commandId?: string;
    })
  | Placed<TranscriptEvent>;

/**
 * An open offer: of a colleague's conversation if it has `from`, else of a new one. With `expiresAt` the kit ends it 2 s
 * after that time, unless an end has been reported. The comments name the defaults.
 */
export type SaidInvitation = Omit<
  OfferedInvitation,
  'version' | 'state' | 'kind' | 'offeredAt' | 'expiresAt' | 'extensionsLeft'
> &
  Partial<
    Pick<
      OfferedInvitation,
      /** `transfer` with `from`, else `inbound`. */
      | 'kind'
      /** When it was first reported. */
      | 'offeredAt'
      /** Null: no limit is known. */
      | 'expiresAt'
      /** 0. */
      | 'extensionsLeft'
    >
  >;

/** A pending transfer. Properties that are left out keep their last value; the comments name the first one. */
export type SaidTransfer = Pick<PendingTransfer, 'id' | 'interactionId' | 'target'> &
  Partial<
    Pick<
      PendingTransfer,
      /** The agent. */
      | 'by'
      /** Now. */
      | 'startedAt'
      /** The step's command, else the transfer's own id. */
      | 'commandId'
      /** None. */
      | 'traceparent'
      /** Empty: the product does not tell who is asked. */
      | 'route'
      /** Null: no limit is known. */
      | 'expiresAt'
      /** 0. */
      | 'extensions'
    >
  >;

/** The end of a transfer. */
export type TransferEnd =
  | { state: 'accepted'; acceptedBy: AgentRef }
  /** The target, such as a queue, got it at once, without an acceptance. */
  | { state: 'handedOver' }
  | { state: 'declined'; reason?: string }
  | { state: 'expired' }
  /** The target has not taken it, for a reason that the product does not tell. */
  | { state: 'notAccepted' }
  | { state: 'cancelled' }
  | { state: 'failed'; reason: Known<TransferFailure> };

/** An entry of My Messages. Default: unread. */
export type SaidNotice = NoticeContent & Pick<Notice, 'id' | 'at'> & { read?: boolean };

/** An entry of the directory. */
export type SaidTarget = KnownTarget extends infer T ? (T extends KnownTarget ? Omit<T, 'version'> : never) : never;
