import type { BackendCapabilities, Snapshot, Transfer } from '@baton/contracts';
import { AdapterError } from './adapter-error';
import { currentTransfers, hasLeft, messagesOf } from './reported';
import type { Reported } from './reported';

/** Messages per conversation in a snapshot; desktops load earlier ones on demand. */
const maxMessages = 50;
/** Transfers in a snapshot by which conversations have left. */
const maxLeft = 20;

/**
 * A snapshot of the current state.
 *
 * @throws {AdapterError} while the agent has not been reported
 */
export function snapshotOf(
  reported: Reported,
  facts: { cursor: number; origin: number; at: number; capabilities: BackendCapabilities; recentCommands: string[] },
): Snapshot {
  const { agent } = reported;
  if (!agent)
    throw new AdapterError(
      'There is no snapshot before agent(…) has been said. Say it before the handler of signIn resolves.',
    );
  const shown = shownTransfers(reported);
  return {
    v: 1,
    ...facts,
    agent,
    interactions: [...reported.interactions.values()],
    messages: Array.from(reported.interactions.keys(), (interactionId) => {
      const messages = messagesOf(reported, interactionId).slice(-maxMessages);
      return { interactionId, messages, earlier: (messages[0]?.index ?? 0) > 0 };
    }),
    transfers: [...shown],
    endedTransfers: Array.from(reported.transfers.values(), ({ transfer }) => transfer)
      .filter((transfer) => transfer.state !== 'pending' && !shown.has(transfer))
      .map(({ commandId }) => commandId),
    invitations: [...reported.invitations.values()].filter(({ state }) => state === 'offered'),
    notices: [...reported.notices.values()],
    favourites: [...reported.favourites],
  };
}

/** The current transfers of the agent's conversations, and the latest by which other conversations have left. */
function shownTransfers(reported: Reported): Set<Transfer> {
  const current = [...currentTransfers(reported)].filter(([id, { over }]) => !over && reported.interactions.has(id));
  const left = [...reported.transfers.values()].filter(({ transfer, over }) => over === 'left' && hasLeft(transfer));
  return new Set([
    ...current.map(([, { transfer }]) => transfer),
    ...left.slice(-maxLeft).map(({ transfer }) => transfer),
  ]);
}
