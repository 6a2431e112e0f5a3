import { createAdapter } from '@baton/adapter-kit';
import type { Adapter } from '@baton/adapter-kit';
import type { BackendFactory, BackendHost, RoutingBackend } from '@baton/contracts';
import { within } from '@baton/runtime';
import { createDesk } from './desk';
import type { Desk } from './desk';
import { createDirectory } from './directory';
import { activitiesOf } from './facts';
import { checkOptions, TwilioOptionsError } from './options';
import type { TwilioOptions } from './options';
import { openTaskRouter } from './task-router';

/** How long Conversations may take to connect. */
const connectMs = 8_000;
/** The pause that is shown until Conversations, which does not tell its own, connects again. */
const retryMs = 1_000;

/**
 * Makes the backend of an agent who is a worker of TaskRouter and a user of Conversations, for the option `backend` of
 * `createBaton`. The vendor's SDKs are loaded with the first connection. The agent's `id` is the sid of the worker.
 *
 * @throws {TwilioOptionsError} naming every problem with its cure
 */
export function twilioBackend(options: TwilioOptions): BackendFactory {
  checkOptions(options);
  return (host) => connectAgent(host, options);
}

async function connectAgent(
  { agent: self, clock, random }: BackendHost,
  options: TwilioOptions,
): Promise<RoutingBackend> {
  let desk: Desk | undefined;
  let adapter: Adapter | undefined;
  /** The connections that are broken. Desktops have one stream: it stands when both do. */
  const broken = new Set<'taskRouter' | 'conversations'>();

  const listenerOf = (connection: 'taskRouter' | 'conversations') => ({
    onBreak(retryInMs = retryMs) {
      broken.add(connection);
      adapter?.connectionBroke(retryInMs);
    },
    async onRestored() {
      broken.delete(connection);
      await desk?.restore(connection === 'taskRouter');
      if (broken.size === 0) adapter?.connectionRestored();
    },
    onTokenLost: () => adapter?.sessionLost('getToken gave no token: the agent has to sign in again.'),
  });

  const taskRouter = await openTaskRouter(
    { ...options, clock, random },
    { ...listenerOf('taskRouter'), onEvent: (type, payload) => desk?.onEvent(type, payload) },
  );
  try {
    const { worker, workspace } = taskRouter;
    if (worker.sid !== self.id) {
      throw new TwilioOptionsError(
        `createBaton: the agent's id is "${self.id}", and the token is of the worker ${worker.sid}. ` +
          `Give agent: { id: '${worker.sid}', name }, or the token of that agent's worker.`,
      );
    }
    const listener = {
      ...listenerOf('conversations'),
      onMessage: (...told: Parameters<Desk['onMessage']>) => desk?.onMessage(...told),
    };
    const connecting = options.conversations.connect(listener);
    const texts = await within(clock, connectMs, 'No connection to Conversations', connecting, () => {
      void connecting.then((late) => late.close()).catch(() => undefined);
    });
    const activities = activitiesOf(worker, options);
    const isWarm = options.startTransfer === undefined;
    const targetKinds = options.capabilities?.targetKinds ?? ['agent', 'queue'];
    const directory = createDirectory(workspace, self, activities, {
      maxWorkers: options.maxWorkers,
      kinds: targetKinds,
    });
    const opened = createDesk({
      ...{ self, taskRouter, texts, directory, activities, options, clock, random },
      tell: (...said) => adapter?.tell(...said),
    });
    desk = opened;
    adapter = createAdapter({
      clock,
      random,
      capabilities: {
        cancelPendingTransfer: isWarm,
        declineReturnsToSender: isWarm ? 'yes' : 'unknown',
        senderSeesOutcome: isWarm ? 'explicit' : 'inferred',
        transferNote: isWarm,
        snapshotTransfers: isWarm,
        inviteExpiry: 'serverKnown',
        readiness: 'agent',
        notReadyReasons: activities.reasons.map(({ sid, name }) => ({ id: sid, label: name.slice(0, 60) })),
        targetAvailability: 'onRequest',
        ...options.capabilities,
        targetKinds,
      },
      commands: opened.commands,
      reads: { searchTargets: async ({ query, kinds }) => ({ targets: await directory.search(query, kinds) }) },
      close() {
        opened.close();
        texts.close();
        taskRouter.close();
      },
    });
    return adapter.backend;
  } catch (cause) {
    taskRouter.close();
    throw cause;
  }
}
