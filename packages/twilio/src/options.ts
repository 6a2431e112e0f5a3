import type { BackendCapabilities, KnownTargetRef } from '@baton/contracts';
import type { SaidInteraction } from '@baton/adapter-kit';
import * as v from 'valibot';
import type { Conversations } from './conversations';

/** What `twilioBackend` needs of a host. */
export interface TwilioOptions {
  /**
   * A fresh access token of the agent's worker, from your server. Asked for when Baton connects and before a token ends.
   * Resolves to `undefined` when the agent has to sign in again; a rejection is tried again.
   */
  getToken(): Promise<string | undefined>;
  /** Where the texts are: `twilioConversations({ getToken })`. */
  conversations: Conversations;
  /**
   * Starts a transfer on your server, for example with an invite of the Interactions API. Without it the browser starts
   * a warm transfer of TaskRouter, whose outcome TaskRouter tells.
   */
  startTransfer?(request: TransferRequest): Promise<StartedTransfer>;
  /** What differs because of your `startTransfer`. The README names the defaults. */
  capabilities?: Partial<
    Pick<BackendCapabilities, 'declineReturnsToSender' | 'senderSeesOutcome' | 'targetKinds' | 'transferNote'>
  >;
  /** Sids of activities. Default: by their names and by whether they are available. */
  activities?: {
    /** Ready. Default: the first that is available. */
    ready?: string;
    /** Not ready without a reason. Default: the first that is neither available nor `offline`. */
    notReady?: string;
    /** Signed out. Default: the one called "Offline". */
    offline?: string;
  };
  /** What to show of a task besides what Flex keeps in its attributes. */
  describe?(attributes: Readonly<Record<string, unknown>>): TaskDescription;
  /** How many workers the directory has at most. Default 1,000. */
  maxWorkers?: number;
  /** For tests: addresses of a stand-in for TaskRouter. */
  servers?: { ebServer: string; wsServer: string };
}

/** A transfer that an agent asks for. */
export interface TransferRequest {
  /** The task. */
  taskSid: string;
  /** The agent's reservation of it. */
  reservationSid: string;
  /** The conversation that it is about. */
  conversationSid: string;
  /** A worker (`agent`) or a task queue (`queue`); its `id` is the sid. */
  target: KnownTargetRef;
  /** What the agent has written for whoever takes over. */
  note?: string;
  /** Send it along as a key against doubles. */
  commandId: string;
}

/** A transfer that your server has started. */
export interface StartedTransfer {
  /** Of the transfer or invite. TaskRouter's outcomes are matched by it. */
  sid: string;
  /** How long the target has to answer, where you know it. */
  timeoutSeconds?: number;
}

/** Facts about a conversation and its customer. */
export type TaskDescription = Partial<
  Pick<SaidInteraction, 'contact' | 'segment' | 'priority' | 'language' | 'caseData' | 'consent'>
>;

/** `twilioBackend` was given something that it cannot work with. The message names each problem and its cure. */
export class TwilioOptionsError extends TypeError {
  override readonly name = 'TwilioOptionsError';
}

const sid = (prefix: string, what: string) =>
  v.optional(v.pipe(v.string(), v.startsWith(prefix, `give the sid of ${what}, which begins with ${prefix}`)));

const hasMethod = (found: unknown, name: string) =>
  typeof found === 'object' && found !== null && typeof Reflect.get(found, name) === 'function';

const callback = (cure: string) => v.custom<() => unknown>((found) => typeof found === 'function', cure);

const Options = v.looseObject({
  getToken: callback('give a function that fetches an access token of the worker from your server'),
  conversations: v.custom<Conversations>(
    (found) => hasMethod(found, 'connect'),
    'give twilioConversations({ getToken }), or an object with the method connect',
  ),
  startTransfer: v.optional(callback('give a function that starts a transfer on your server, or leave it out')),
  describe: v.optional(callback('give a function that describes a task by its attributes, or leave it out')),
  activities: v.optional(
    v.object({
      ready: sid('WA', 'an activity'),
      notReady: sid('WA', 'an activity'),
      offline: sid('WA', 'an activity'),
    }),
  ),
  maxWorkers: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1, 'give a whole number from 1'))),
});

const curesOfMissing: Readonly<Record<string, string>> = {
  getToken: 'give a function that fetches an access token of the worker from your server',
  conversations: 'give twilioConversations({ getToken }), or an object with the method connect',
};

/**
 * Checks options.
 *
 * @throws {TwilioOptionsError} naming every problem with its cure
 */
export function checkOptions(options: TwilioOptions): void {
  const read = v.safeParse(Options, options);
  if (read.success) return;
  const problems = read.issues.map((issue) => {
    const path = v.getDotPath(issue) ?? 'options';
    const isMissing = issue.received === 'undefined' && path in curesOfMissing;
    return `${path}: ${isMissing ? `is missing: ${curesOfMissing[path]}` : issue.message}`;
  });
  throw new TwilioOptionsError(`twilioBackend: ${problems.join('; ')}.`);
}
