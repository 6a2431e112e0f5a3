import * as v from 'valibot';
import { Id } from '../domain/agent';
import { KnownTargetRef } from '../domain/target';
import type { KnownTarget, KnownTargetKind } from '../domain/target';

/** The id of a host's action: words joined by dots, "crm.call". Ids of Baton's own actions have no dot. */
export type HostActionId = `${string}.${string}`;

/** What an agent can choose for a target: Baton's transfer, or an action of the host. */
export type ActionId = 'smsTransfer' | HostActionId;

const pattern = /^[\w-]+(?:\.[\w-]+)+$/;
const isHostActionId = (id: string): id is HostActionId => pattern.test(id);
export const HostActionId = v.pipe(v.string(), v.maxLength(64), v.regex(pattern), v.guard(isHostActionId));

/** An action of the host, offered beside Baton's own. */
export interface HostAction<About, Label = string> {
  /** Two words or more, joined by dots: "crm.call". No two actions have the same. */
  id: HostActionId;
  /** What its control is called, in the agent's language. */
  label: Label;
  /**
   * Whether it can be chosen now: `true`, or the reason why not, in the agent's language. Called at each change of the
   * desktop state and when the action is chosen, so it has to be fast. Default: always `true`.
   */
  enabled?(about: About): true | string;
  /** Performs the action. */
  perform(about: About): void;
}

/** What an action on a target is about. */
export interface AboutTarget {
  target: KnownTarget;
  /** The conversation that the agent looks for a target for, else the one in front, if any. */
  interactionId: string | null;
}

/** An item in Team Communicator's Action Menu. The panel closes and gives focus back before the action is performed. */
export interface TargetAction<Label = string> extends HostAction<AboutTarget, Label> {
  /** The kinds of targets that it is offered for. Default: all. */
  targetKinds?: readonly KnownTargetKind[] | undefined;
}

/** What an action on a conversation is about. */
export interface AboutConversation {
  interactionId: string;
}

/** What agents can do besides what Baton offers, by the place where it is offered. */
export interface HostActions<Label = string> {
  /** Items of Team Communicator's Action Menu, after Baton's own. */
  target?: readonly TargetAction<Label>[] | undefined;
  /** Buttons in the header of the SMS window, after Baton's own. */
  conversation?: readonly HostAction<AboutConversation, Label>[] | undefined;
}

/** The payload of `action.chosen`: an action of the host, and what it is about. */
export const ChosenAction = v.strictObject({
  action: HostActionId,
  interactionId: v.nullable(Id),
  target: v.optional(KnownTargetRef),
});
export type ChosenAction = v.InferOutput<typeof ChosenAction>;
