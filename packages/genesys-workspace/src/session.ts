import { Refusal, refuse } from '@baton/adapter-kit';
import { surface } from '@baton/runtime';
import type { AgentState } from './agent-state';
import { followChannels } from './bayeux';
import type { ChannelFollower } from './bayeux';
import type { Context } from './context';
import type { Conversations } from './conversations';
import type { Transfers } from './transfers';
import { CurrentSession, eventOf, initializationOf } from './wire';

/** The agent's session in Workspace: its beginning, its events, and reading it anew. */
export interface Session {
  /** Begins it, unless the agent has one. Calls at the same time are one. */
  begin(ready: boolean): Promise<void>;
  /** Reads what the agent has. */
  refresh(): Promise<void>;
  close(): Promise<void>;
}

export interface SessionParts {
  random: { id(): string; next(): number };
  conversations: Conversations;
  transfers: Transfers;
  agentState: AgentState;
  /** The events are followed again, and what was missed is told. */
  onRestored(): void;
  onBroke(retryInMs: number): void;
}

/** How long Workspace may take to prepare the agent's session. */
const initializationMs = 30_000;
/** How long to wait for the channel's first state: it comes seconds after the sign-in. */
const channelMs = 3_000;

export function createSession(context: Context, parts: SessionParts): Session {
  const { options, me, clock, api, operations } = context;
  const { conversations, transfers, agentState } = parts;
  let following: ChannelFollower | undefined;
  let initialized:
    | { resolve(user: { employeeId?: string | undefined } | undefined): void; reject(cause: Error): void }
    | undefined;
  let beginning: Promise<void> | undefined;
  let isClosed = false;
  let hasRead = false;
  /** Set when the agent is to be ready as soon as the channel has a state. */
  let readyWanted = false;

  let queue = Promise.resolve();
  /** Events and readings one after the other: an old reading must not bring back what has left. */
  function inOrder<T>(task: () => Promise<T>): Promise<T> {
    const result = queue.then(task);
    queue = result.then(
      () => undefined,
      () => undefined,
    );
    return result;
  }

  async function readSession(after: 'break' | 'snapshot'): Promise<void> {
    const { user } = await api.get('/current-session', CurrentSession);
    const channels = user?.activeSession?.media?.channels ?? [];
    const channel = channels.find(({ name }) => name === options.mediaType);
    // Before its first state the channel is missing, which is no reason to forget one that an event has told.
    if (channel ?? agentState.state === undefined) agentState.see(channel);
    await conversations.seeAll(channel?.interactions ?? [], after);
    hasRead = true;
  }

  function receive(channel: string, data: unknown): void {
    if (channel === '/workspace/v3/initialization') {
      const { state, data: facts } = initializationOf(data) ?? {};
      if (state === 'Complete') initialized?.resolve(facts?.user);
      if (state === 'Failed') initialized?.reject(new Refusal('internal', 'Workspace could not prepare the session.'));
      return;
    }
    const event = eventOf(data);
    if (!event) return;
    if (event.operationId !== undefined && event.messageType !== 'EventError') operations.confirm(event.operationId);
    void inOrder(async () => {
      switch (event.messageType) {
        case 'InteractionStateChanged':
          // Other media have channels of their own, but some servers tell all on one.
          if ((event.interaction.mediatype ?? options.mediaType) === options.mediaType)
            await conversations.see(event.interaction);
          return;
        case 'ChannelStateChanged': {
          const mine = event.media.channels.find(({ name }) => name === options.mediaType);
          if (mine) agentState.see(mine);
          return setReady();
        }
        case 'MessageLogUpdated': {
          const id = event.interaction?.id ?? event.id;
          if (id !== undefined) await conversations.messages(id, event.messages);
          return;
        }
        case 'EventError': {
          const message = event.error.errorMessage ?? 'Workspace has told an error without words.';
          const isOfCommand = operations.refused(event.operationId, new Refusal('invalid_state', message));
          if (!isOfCommand) transfers.notAccepted(event.operationId, event.interaction?.id ?? event.id);
        }
      }
    }).catch((cause: unknown) => surface(cause));
  }

  async function setReady(): Promise<void> {
    if (!readyWanted || agentState.state === undefined) return;
    readyWanted = false;
    if (agentState.state === 'notReady') await api.post(`/media/${options.mediaType}/ready`, {}, parts.random.id());
  }

  function follow(): Promise<void> {
    return new Promise((resolve) => {
      following = followChannels({
        channels: ['/workspace/v3/initialization', '/workspace/v3/media', `/workspace/v3/media/${options.mediaType}`],
        exchange: api.exchange,
        clock,
        random: parts.random,
        listener: {
          onMessage: receive,
          onOpen() {
            resolve();
            if (!hasRead) return;
            void inOrder(() => readSession('break')).then(
              () => parts.onRestored(),
              // The snapshot that the desktop takes next reads it again.
              () => parts.onRestored(),
            );
          },
          onBreak: parts.onBroke,
        },
      });
    });
  }

  /** A session of this agent that Workspace still has, as after a reload of the page. */
  async function existing(): Promise<CurrentSession['user']> {
    try {
      return (await api.get('/current-session', CurrentSession)).user;
    } catch (cause) {
      if (cause instanceof Refusal && cause.code !== 'unauthenticated') return undefined;
      throw cause;
    }
  }

  async function initialize(): Promise<{ employeeId?: string | undefined } | undefined> {
    const complete = new Promise<{ employeeId?: string | undefined } | undefined>((resolve, reject) => {
      const stop = clock.setTimeout(
        () => reject(new Error('Workspace has not prepared the session in time.')),
        initializationMs,
      );
      initialized = { resolve: (user) => (stop(), resolve(user)), reject: (cause) => (stop(), reject(cause)) };
    });
    // Rejected also when what follows fails first.
    complete.catch(() => undefined);
    await api.initialize();
    await follow();
    return complete;
  }

  async function beginOnce(ready: boolean): Promise<void> {
    const user = await existing();
    const isActive = Boolean(user?.activeSession);
    if (user?.employeeId === undefined) checkAgent(await initialize());
    else {
      checkAgent(user);
      if (!following) await follow();
    }
    if (!isActive) {
      const at = options.place ?? (user?.defaultPlace ? { placeName: user.defaultPlace } : {});
      await api.post('/activate-channels', { agentId: me.id, ...at, channels: [options.mediaType] });
    }
    readyWanted = ready && !isActive;
    await inOrder(() => readSession('snapshot'));
    if (agentState.state === undefined) await agentState.known(channelMs);
    await setReady();
  }

  function checkAgent(user: { employeeId?: string | undefined } | undefined): void {
    const { employeeId } = user ?? {};
    if (employeeId === undefined || employeeId === me.id) return;
    api.close();
    refuse(
      'forbidden',
      `The session is of employee "${employeeId}", and the desktop is of "${me.id}". Give createBaton the agent’s employee id as agent.id.`,
    );
  }

  return {
    begin(ready) {
      if (hasRead && following) return inOrder(() => readSession('snapshot'));
      beginning ??= beginOnce(ready).finally(() => (beginning = undefined));
      return beginning;
    },
    refresh: () =>
      isClosed ? refuse('backend_unavailable', 'The adapter has been closed.') : inOrder(() => readSession('snapshot')),
    async close() {
      isClosed = true;
      hasRead = false;
      const last = following;
      following = undefined;
      await last?.close();
    },
  };
}
