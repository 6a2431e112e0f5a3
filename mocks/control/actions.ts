import * as v from 'valibot';
import {
  Attachment,
  BroadcastNotice,
  Contact,
  CustomerText,
  Id,
  KnownTargetKind,
  KnownTargetRef,
  Priority,
  ServiceNotice,
} from '@baton/contracts';
import type { CommandWithoutId } from '@baton/contracts';
import { Command, declineReasons } from '@baton/contracts/schemas';
import type { Input } from '../contact-centre';
import { NetworkChange } from './network-settings';
import type { NetworkSettings } from './network-settings';

// Everything that can be done to a contact centre: by its script, by an address, by hand.

/** A command of an agent. Ids that only the contact centre knows may be left out: they are looked up when it is sent. */
export type ScriptedCommand =
  | CommandWithoutId
  /** Answers the agent's oldest open invitation. */
  | {
      readonly type: 'answer';
      readonly with: 'acceptInvitation' | 'declineInvitation' | 'extendInvitation';
      /** For declining. */
      readonly reason?: string | undefined;
    }
  /** Cancels the agent's first pending transfer, or dismisses the outcome of the latest one. */
  | { readonly type: 'cancelTransfer' | 'dismissTransfer' }
  /** Offers the agent's first pending transfer to another target. */
  | { readonly type: 'redirectTransfer'; readonly target: KnownTargetRef };

/** How a colleague whom no person plays answers every invitation. */
export interface ColleagueBehaviour {
  readonly agentId: string;
  /** `ignore` lets it expire; `extend` asks for more time once, and then lets it expire. */
  readonly answer: (typeof colleagueAnswers)[number];
  /** For `decline`; one of the reasons that agents can give. */
  readonly reason?: (typeof declineReasons)[number] | undefined;
  /** Time to answer, in milliseconds. */
  readonly afterMs: number;
}

export const colleagueAnswers = ['accept', 'decline', 'ignore', 'extend'] as const;

/** What holds from now on, until it is set again. */
export type Setting =
  | { readonly kind: 'setNetwork'; readonly settings: Partial<NetworkSettings> }
  | ({ readonly kind: 'setColleague' } & ColleagueBehaviour)
  /** Number of agents and pools in the directory; generated agents are added to those of the scenario. */
  | { readonly kind: 'setDirectory'; readonly size: number }
  /** Number of agents, of those whom no person or script plays, whose readiness changes in a second. */
  | { readonly kind: 'setPresenceTraffic'; readonly perSecond: number };

/** A setting that the model does not know: the network, and those who play. */
export type LastingSetting = Exclude<Setting, { kind: 'setDirectory' }>;

export function isLasting<A extends { readonly kind: string }>(action: A): action is Extract<A, LastingSetting> {
  return action.kind === 'setNetwork' || action.kind === 'setColleague' || action.kind === 'setPresenceTraffic';
}

/** Something that happens to the contact centre. */
export type Action =
  | { readonly kind: 'command'; readonly agentId: string; readonly command: ScriptedCommand }
  | Untimed<
      Extract<
        Input,
        {
          kind:
            | 'customerStarts'
            | 'customerWrites'
            | 'customerEnds'
            | 'directoryChange'
            | 'notice'
            | 'streamLost'
            | 'streamFound';
        }
      >
    >
  /** The customer sends a picture: a receipt, drawn for the purpose. */
  | { readonly kind: 'customerSendsImage'; readonly interactionId: string; readonly text?: string | undefined }
  | Setting;

type Untimed<I> = I extends Input ? Omit<I, 'at'> : never;

/** Largest directory. */
export const maxDirectorySize = 100_000;

/** Most changes of readiness in a second. */
export const maxPresenceTraffic = 1000;

/** The longest time that a colleague takes to answer, in milliseconds. */
const maxAfterMs = 60 * 60 * 1000;

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Fields of a notice that the contact centre sets itself. */
const addedByBackend = ['id', 'version', 'at', 'read', 'interactionId'] as const;

const CentreNotice = v.variant('kind', [
  v.omit(BroadcastNotice, addedByBackend),
  v.omit(ServiceNotice, addedByBackend),
]);

/** What the bodies of control and actions have in common. */
export const fields = {
  customerStarts: {
    contact: Contact,
    queueId: Id,
    text: CustomerText,
    segment: v.optional(v.string()),
    priority: v.optional(Priority),
  },
  customerWrites: { interactionId: Id, text: CustomerText },
  customerSendsImage: { interactionId: Id, text: v.optional(CustomerText) },
  customerEnds: { interactionId: Id },
  notice: { agentIds: v.optional(v.array(Id)), notice: CentreNotice },
  setColleague: {
    agentId: Id,
    answer: v.picklist(colleagueAnswers),
    reason: v.optional(v.picklist(declineReasons)),
    afterMs: v.pipe(count, v.maxValue(maxAfterMs)),
  },
  setDirectory: { size: v.pipe(count, v.maxValue(maxDirectorySize)) },
  setPresenceTraffic: { perSecond: v.pipe(count, v.maxValue(maxPresenceTraffic)) },
};

/** A command without its id: valid once it has one. */
const WithoutId = v.pipe(
  v.looseObject({ type: v.string(), commandId: v.optional(v.never()) }),
  v.transform((command) => ({ ...command, commandId: 'not-yet-sent' })),
  Command,
  v.transform((command) => {
    const { commandId: _, ...rest } = command;
    return rest;
  }),
);

export const ScriptedCommand: v.GenericSchema<unknown, ScriptedCommand> = v.union([
  v.strictObject({
    type: v.literal('answer'),
    with: v.picklist(['acceptInvitation', 'declineInvitation', 'extendInvitation']),
    reason: v.optional(v.string()),
  }),
  v.strictObject({ type: v.picklist(['cancelTransfer', 'dismissTransfer']) }),
  v.strictObject({ type: v.literal('redirectTransfer'), target: KnownTargetRef }),
  WithoutId,
]);

const DirectoryChange = v.variant('type', [
  v.strictObject({ type: v.literal('activity'), agentId: Id, activity: v.nullable(v.string()) }),
  v.strictObject({ type: v.literal('permissions'), agentId: Id, mayTransferTo: v.array(KnownTargetKind) }),
  v.strictObject({ type: v.literal('remove'), target: v.strictObject({ kind: KnownTargetKind, id: Id }) }),
]);

const action = <K extends string, E extends v.ObjectEntries>(kind: K, entries: E) =>
  v.strictObject({ kind: v.literal(kind), ...entries });

export const Action: v.GenericSchema<unknown, Action> = v.variant('kind', [
  action('command', { agentId: Id, command: ScriptedCommand }),
  action('customerStarts', fields.customerStarts),
  action('customerWrites', {
    ...fields.customerWrites,
    text: v.string(),
    attachments: v.optional(v.array(Attachment)),
  }),
  action('customerSendsImage', fields.customerSendsImage),
  action('customerEnds', fields.customerEnds),
  action('directoryChange', { change: DirectoryChange }),
  action('notice', fields.notice),
  action('streamLost', { agentId: Id }),
  action('streamFound', { agentId: Id }),
  action('setNetwork', { settings: NetworkChange }),
  action('setColleague', fields.setColleague),
  action('setDirectory', fields.setDirectory),
  action('setPresenceTraffic', fields.setPresenceTraffic),
]);

/** What happens besides the script: each action with its time, in milliseconds after the start. */
export type Play = readonly (readonly [ms: number, action: Action])[];

export const Play: v.GenericSchema<unknown, Play> = v.array(v.tuple([v.pipe(v.number(), v.minValue(0)), Action]));
