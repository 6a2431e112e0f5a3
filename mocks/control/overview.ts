import * as v from 'valibot';
import { AgentRef, Contact, Id, TargetRef, Presence } from '@baton/contracts';
import { fields } from './actions';
import { NetworkSettings } from './network-settings';

const deadline = v.nullable(v.number());

/** The contact centre at one moment, for those who control it. Times are on its own clock, in milliseconds since the epoch. */
export const Overview = v.strictObject({
  /** Another number whenever everything has started over. */
  life: v.number(),
  startedAt: v.number(),
  now: v.number(),
  /** Seconds of its clock in one of a watch: 0 stands still. */
  rate: v.number(),
  /** Those of the scenario; generated ones are left out. */
  agents: v.array(
    v.strictObject({
      ...AgentRef.entries,
      signedIn: v.boolean(),
      presence: Presence,
      /** Readiness for SMS; null for agents who do not handle it. */
      sms: v.nullable(v.picklist(['ready', 'notReady'])),
      /** Whether a window of theirs follows the events. */
      following: v.boolean(),
    }),
  ),
  /** Those that have not left the contact centre. */
  conversations: v.array(
    v.strictObject({
      id: Id,
      contact: Contact,
      owner: v.strictObject({ kind: v.picklist(['agent', 'queue']), id: Id }),
      /** Whether the customer has ended it. */
      ended: v.boolean(),
      /** The latest fifty texts as the customer's phone has them: their own and those that reached it. */
      texts: v.array(
        v.strictObject({
          by: v.picklist(['customer', 'agent']),
          text: v.string(),
          /** Addresses of pictures. */
          pictures: v.array(v.string()),
        }),
      ),
    }),
  ),
  /** Transfers that wait for an answer. `expiresAt` is null where there is no deadline. */
  transfers: v.array(
    v.strictObject({ id: Id, interactionId: Id, by: AgentRef, target: TargetRef, expiresAt: deadline }),
  ),
  /** Invitations that wait for an answer. */
  invitations: v.array(
    v.strictObject({
      id: Id,
      interactionId: Id,
      agentId: Id,
      /** `transfer`, `return` or `inbound`. */
      kind: v.string(),
      expiresAt: deadline,
      extensionsLeft: v.number(),
    }),
  ),
  /** What falls due by itself, next first: an invitation expires, after-call work ends, an agent counts as absent. */
  deadlines: v.array(
    v.strictObject({ due: v.number(), what: v.picklist(['invitation', 'wrapUp', 'silence']), id: Id }),
  ),
  /** How many event streams are open. */
  streams: v.number(),
  network: NetworkSettings,
  /** How colleagues answer invitations, as `setColleague` has set it. */
  colleagues: v.array(v.strictObject(fields.setColleague)),
  /** Number of agents and pools in the directory. */
  directorySize: v.number(),
  /** Number of agents whose readiness changes in a second. */
  presenceTraffic: v.number(),
});
export type Overview = v.InferOutput<typeof Overview>;
