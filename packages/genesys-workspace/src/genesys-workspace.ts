import { Refusal, createAdapter, refuse } from '@baton/adapter-kit';
import type { Adapter, CommandHandlers } from '@baton/adapter-kit';
import type { BackendFactory, BackendHost, KnownTargetRef } from '@baton/contracts';
import * as v from 'valibot';
import { createAgentState } from './agent-state';
import { createApi } from './api';
import { pathOf } from './context';
import type { Context } from './context';
import { createConversations, effects } from './conversations';
import { createDirectory } from './directory';
import { createOperations } from './operations';
import { Options } from './options';
import type { CheckedOptions } from './options';
import { createSession } from './session';
import { createTranscripts } from './transcripts';
import { createTransfers } from './transfers';

/** How to reach Workspace API v3. */
export interface GenesysWorkspaceOptions {
  /** Address of the API, such as "https://gws.example/workspace/v3". */
  baseUrl: string;
  /**
   * How the agent signs in: with a token of the page's, which is asked for again once when Workspace answers 401, or with
   * the code that came back from `signInAddress`.
   */
  signIn: { getToken(refused?: string): Promise<string> } | { code: string; redirectUri: string; state?: string };
  /** `x-api-key` of the tenant, if it has one. */
  apiKey?: string;
  /** The media type of the tenant's text messages. Default: "smssession". */
  mediaType?: string;
  /** Where the agent works. Default: the agent's default place. */
  place?: { placeName: string } | { dn: string };
  /** The name under which customers see the agent. Default: the agent's name. */
  nickname?: string;
  /** `delivering-timeout` of the Interaction Server in ms: how long an invitation waits. Default: 30 000. */
  invitationTimeoutMs?: number;
  /** Reason codes for Not Ready, with what the agent reads. Default: none. */
  notReadyReasons?: { id: string; label: string }[];
  /** Keys of the user data that tell the customer. Default: ContactId, FirstName, LastName and PhoneNumber. */
  contactKeys?: Partial<Record<'id' | 'firstName' | 'lastName' | 'phone', string>>;
  /**
   * Keys of the user data in which a transfer leaves its sender and note for the colleague. Default: BatonFromId,
   * BatonFromName and BatonNote. False: nothing is left, and the colleague does not read from whom it comes.
   */
  handoverKeys?: false | Partial<Record<'agentId' | 'agentName' | 'note', string>>;
  /**
   * Whether a conversation leaves its sender only when the colleague has accepted, as the platform's model has it.
   * Default: false, the agent reads that it was transferred, and not who has it.
   */
  completedMeansAccepted?: boolean;
  /** Replaces the browser's fetch, for tests. */
  fetch?: typeof fetch;
}

/**
 * The backend of `createBaton` for a contact centre on Genesys Workspace API v3.
 *
 * @throws {TypeError} when an option does not fit, with its name and the cure
 */
export function genesysWorkspace(options: GenesysWorkspaceOptions): BackendFactory {
  const read = v.safeParse(Options, options);
  if (!read.success) {
    const cures = read.issues.map((issue) => `${v.getDotPath(issue) ?? 'options'}: ${issue.message}`);
    throw new TypeError(`genesysWorkspace: ${cures.join(' ')}`);
  }
  return (host) => createWorkspaceAdapter(read.output, host).backend;
}

/** Where the page sends an agent to sign in. They come back to `redirectUri` with `code` and `state`. */
export function signInAddress(baseUrl: string, redirectUri: string): string {
  const query = new URLSearchParams({ redirect_uri: redirectUri, include_state: 'true' });
  return `${baseUrl.replace(/\/+$/, '')}/login?${query.toString()}`;
}

function createWorkspaceAdapter(options: CheckedOptions, { agent: me, clock, random }: BackendHost): Adapter {
  const operations = createOperations();
  const api = createApi(options, clock, (message) => adapter.sessionLost(message));
  const context: Context = { options, me, clock, api, operations, tell: (say, id) => adapter.tell(say, id) };
  const directory = createDirectory(context);
  const transcripts = createTranscripts(context);
  const transfers = createTransfers(context, () =>
    session.refresh().then(
      () => true,
      () => false,
    ),
  );
  const conversations = createConversations(context, transcripts, transfers);
  const session = createSession(context, {
    random,
    conversations,
    transfers,
    agentState: createAgentState(context),
    onBroke: (retryInMs) => adapter.connectionBroke(retryInMs),
    onRestored: () => adapter.connectionRestored(),
  });

  async function leaveHandover(interactionId: string, target: KnownTargetRef, note: string | undefined): Promise<void> {
    const { handoverKeys } = options;
    if (handoverKeys === false) return;
    // Whoever gets it from a queue does not have it from this agent.
    const isToAgent = target.kind === 'agent';
    const values = {
      [handoverKeys.agentId]: me.id,
      [handoverKeys.agentName]: me.name,
      [handoverKeys.note]: note ?? '',
    };
    const pairs = Object.entries(values).map(([key, value]) => ({ key, type: 'str', value: isToAgent ? value : '' }));
    await api.post(pathOf(context, interactionId, 'update-user-data'), { userData: pairs });
  }

  const commands: CommandHandlers = {
    async signIn({ ready }, tell) {
      await session.begin(ready ?? false);
      const favourites = await directory.favouriteRefs().catch(() => []);
      tell((news) => news.favourites(favourites));
    },
    async signOut(_command, tell) {
      await api.post('/logout');
      await session.close();
      tell((news) => news.sessionEnded('signedOut'));
    },
    async setChannelState({ commandId, state, reason }) {
      const isReady = state === 'ready';
      const path = `/media/${options.mediaType}/${isReady ? 'ready' : 'not-ready'}`;
      const data = isReady || reason === undefined ? {} : { reasonCode: reason };
      await operations.run(commandId, effects.channel(state), api.post(path, data, commandId));
    },
    async sendMessage({ commandId, interactionId, text }) {
      const { capabilities = [] } = conversations.owned(interactionId);
      if (!capabilities.some((word) => /^send-?message$/i.test(word)))
        refuse('invalid_state', 'Workspace does not let the agent write in this conversation now.');
      transcripts.expect(commandId, interactionId, text);
      const path = pathOf(context, interactionId, 'send-message');
      const data = { message: text, visibility: 'All', treatAs: 'Normal' };
      try {
        await operations.run(commandId, commandId, api.post(path, data, commandId));
      } catch (cause) {
        // Of what is not known the entry may still come.
        if (cause instanceof Refusal) transcripts.unexpect(commandId);
        throw cause;
      }
    },
    async startTransfer({ commandId, interactionId, target, note }) {
      conversations.owned(interactionId);
      if (target.kind === 'agent' && target.id === me.id)
        refuse('target_unavailable', 'It is the agent’s already.', 'self');
      if (transfers.of(interactionId)) refuse('conflict', 'The conversation is being transferred.');
      const transfer = { id: commandId, interactionId, target };
      transfers.add(transfer);
      try {
        await leaveHandover(interactionId, target, note);
        const [verb, data] =
          target.kind === 'agent'
            ? ['transfer-agent', { agentId: target.id }]
            : ['place-in-queue', { queue: target.id }];
        await operations.run(
          commandId,
          effects.gone(interactionId),
          api.post(pathOf(context, interactionId, verb), data, commandId),
        );
      } catch (cause) {
        if (cause instanceof Refusal) transfers.drop(interactionId);
        throw cause;
      }
      transfers.begin(transfer);
    },
    async acceptInvitation({ commandId, invitationId }) {
      const { id } = conversations.offered(invitationId);
      const data = { nickname: options.nickname ?? me.name };
      await operations.run(commandId, effects.owned(id), api.post(pathOf(context, id, 'accept'), data, commandId));
    },
    async declineInvitation({ commandId, invitationId }) {
      const { id } = conversations.offered(invitationId);
      await operations.run(commandId, effects.gone(id), api.post(pathOf(context, id, 'reject'), {}, commandId));
    },
    async completeInteraction({ commandId, interactionId }) {
      conversations.owned(interactionId);
      const path = pathOf(context, interactionId, 'complete');
      await operations.run(commandId, effects.gone(interactionId), api.post(path, {}, commandId));
    },
    async saveFavourite({ target }, tell) {
      await directory.saveFavourite(target);
      const favourites = await directory.favouriteRefs();
      tell((news) => news.favourites(favourites));
    },
    async removeFavourite({ target }, tell) {
      await directory.removeFavourite(target);
      const favourites = await directory.favouriteRefs();
      tell((news) => news.favourites(favourites));
    },
    addRecent: ({ target }) => directory.addRecent(target),
  };

  const adapter: Adapter = createAdapter({
    clock,
    random,
    capabilities: {
      targetKinds: ['agent', 'queue'],
      handsOverAtOnce: ['queue'],
      declineReturnsToSender: 'yes',
      senderSeesOutcome: 'inferred',
      transferNote: options.handoverKeys !== false,
      inviteExpiry: 'estimated',
      notReadyReasons: options.notReadyReasons,
      favourites: true,
      recents: true,
      targetAvailability: 'onRequest',
      snapshotTransfers: false,
    },
    commands,
    reads: {
      searchTargets: directory.searchTargets,
      favourites: directory.favourites,
      recents: directory.recents,
      refresh: session.refresh,
    },
    close() {
      transfers.close();
      void session.close().finally(api.close);
    },
  });
  return adapter;
}
