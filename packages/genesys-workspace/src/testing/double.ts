import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createCometDServer } from 'cometd-nodejs-server';

/** An agent of the double; their token is their employee id. */
export interface DoubleAgent {
  employeeId: string;
  firstName: string;
  lastName: string;
}

interface DoubleInteraction {
  id: string;
  owner: string;
  offeredTo?: string | undefined;
  userData: Map<string, string>;
  messages: {
    index: number;
    type: string;
    text: string;
    from: { nickname: string; type: string };
    visibility: string;
  }[];
}

interface DoubleSession {
  agent: DoubleAgent;
  state: 'LoggedOut' | 'NotReady' | 'Ready';
  isActive: boolean;
  favourites: string[];
  recents: string[];
}

const mediaType = 'smssession';

/** A stand-in for Workspace API v3 over real HTTP and Bayeux. It speaks the documented shapes, and nothing more. */
export interface WorkspaceDouble {
  baseUrl: string;
  /** How many events were pushed to an agent's Bayeux sessions. */
  pushed(): number;
  customerWrites(interactionId: string, text: string): void;
  /** Interaction Server's delivering-timeout is over: open offers go back. */
  offersTimeOut(): void;
  /** The server forgets its Bayeux sessions: polls are answered with 402. */
  forgetSessions(): void;
  /** Requests that contain this are done, and never answered. */
  neverAnswer: string | undefined;
  /** Tokens that are refused with 401. */
  expired: Set<string>;
  close(): Promise<void>;
}

export async function startWorkspaceDouble(
  agents: DoubleAgent[],
  owned: { id: string; owner: string; text: string }[],
): Promise<WorkspaceDouble> {
  const cometd = createCometDServer({ maxSessionsPerBrowser: 1 });
  let pushed = 0;
  let neverAnswer: string | undefined;
  const expired = new Set<string>();
  const sessions = new Map<string, DoubleSession>(
    agents.map((agent) => [
      agent.employeeId,
      { agent, state: 'LoggedOut', isActive: false, favourites: [], recents: [] },
    ]),
  );
  /** Bayeux sessions by id, with their agent. */
  const clients = new Map<string, string>();
  const interactions = new Map<string, DoubleInteraction>(
    owned.map(({ id, owner, text }) => [
      id,
      {
        id,
        owner,
        userData: new Map([
          ['ContactId', 'contact-1'],
          ['FirstName', 'Jo'],
          ['PhoneNumber', '+447700900123'],
          ['Contract', 'K-7'],
        ]),
        messages: [{ index: 0, type: 'Text', text, from: { nickname: 'Jo', type: 'Client' }, visibility: 'All' }],
      },
    ]),
  );

  cometd.policy = {
    canHandshake: (session, _message, callback) => {
      const agent = agentOf(cometd.context?.request);
      if (agent !== undefined) clients.set(session.id, agent);
      callback(undefined, agent !== undefined);
    },
    canCreate: (_session, _message, _channel, callback) => callback(undefined, true),
    canSubscribe: (_session, _message, _channel, callback) => callback(undefined, true),
  };

  function push(agentId: string, channel: string, data: object): void {
    for (const [id, agent] of clients) {
      const session = agent === agentId ? cometd.getServerSession(id) : undefined;
      if (!session) continue;
      pushed += 1;
      session.deliver(null, channel, data);
    }
  }

  const channelOf = (agentId: string) => ({
    name: mediaType,
    state: sessions.get(agentId)?.state ?? 'LoggedOut',
    reasons: [],
    interactions: [...interactions.values()].flatMap((one) => (stateFor(one, agentId) ? [wireOf(one, agentId)] : [])),
  });

  const stateFor = ({ owner, offeredTo }: DoubleInteraction, agentId: string) =>
    owner === agentId ? 'Processing' : offeredTo === agentId ? 'Invited' : undefined;

  function wireOf(one: DoubleInteraction, agentId: string, state: string | undefined = stateFor(one, agentId)) {
    const capabilities =
      state === 'Invited' ? ['accept', 'reject'] : ['send-message', 'transfer-agent', 'place-in-queue', 'complete'];
    return {
      id: one.id,
      state,
      mediatype: mediaType,
      queue: 'Service',
      receivedAt: 1_772_448_000_000,
      capabilities: state === 'Completed' ? [] : capabilities,
      userData: Array.from(one.userData, ([key, value]) => ({ key, type: 'str', value })),
    };
  }

  function changed(one: DoubleInteraction, agentId: string, state?: string): void {
    const interaction = wireOf(one, agentId, state);
    push(agentId, `/workspace/v3/media/${mediaType}`, {
      messageType: 'InteractionStateChanged',
      notificationType: 'StatusChange',
      interaction,
    });
  }

  function tellChannel(agentId: string): void {
    const { interactions: _left, ...channel } = channelOf(agentId);
    push(agentId, '/workspace/v3/media', { messageType: 'ChannelStateChanged', media: { channels: [channel] } });
  }

  function write(one: DoubleInteraction, from: { nickname: string; type: string }, text: string): void {
    const message = { index: one.messages.length, type: 'Text', text, from, visibility: 'All' };
    one.messages.push(message);
    push(one.owner, `/workspace/v3/media/${mediaType}`, {
      messageType: 'MessageLogUpdated',
      notificationType: 'NewMessages',
      id: one.id,
      messages: [message],
    });
  }

  /** The sender is told by an error, whatever the reason; with no operation. */
  function giveBack(one: DoubleInteraction, why: 'Rejected' | 'Revoked'): void {
    const colleague = one.offeredTo;
    one.offeredTo = undefined;
    if (colleague !== undefined) changed(one, colleague, why);
    push(one.owner, `/workspace/v3/media/${mediaType}`, {
      messageType: 'EventError',
      error: { errorCode: 34, errorMessage: 'Invitation was not accepted' },
    });
  }

  function act(agentId: string, id: string, verb: string, data: Record<string, unknown>): string | undefined {
    const one = interactions.get(id);
    if (!one || !stateFor(one, agentId)) return 'Resource not found';
    const isOwner = one.owner === agentId;
    switch (verb) {
      case 'accept':
        if (one.offeredTo !== agentId) return 'Invalid state';
        {
          const sender = one.owner;
          Object.assign(one, { owner: agentId, offeredTo: undefined });
          changed(one, agentId);
          changed(one, sender, 'Completed');
        }
        return undefined;
      case 'reject':
        giveBack(one, 'Rejected');
        return undefined;
      case 'send-message':
        if (!isOwner) return 'Invalid state';
        write(one, { nickname: nameOf(agentId), type: 'Agent' }, String(data['message']));
        return undefined;
      case 'transfer-agent': {
        const to = String(data['agentId']);
        if (!isOwner || one.offeredTo !== undefined) return 'Invalid state';
        if (!sessions.has(to)) return 'Resource not found';
        one.offeredTo = to;
        changed(one, to);
        return undefined;
      }
      case 'place-in-queue':
      case 'complete':
        if (!isOwner) return 'Invalid state';
        one.owner = '';
        changed(one, agentId, 'Completed');
        return undefined;
      case 'update-user-data':
        for (const { key, value } of data['userData'] as { key: string; value: string }[]) one.userData.set(key, value);
        return undefined;
      default:
        return 'Resource not found';
    }
  }

  const nameOf = (id: string) => {
    const agent = sessions.get(id)?.agent;
    return agent ? `${agent.firstName} ${agent.lastName}` : id;
  };

  const targetOf = ({ agent, state }: DoubleSession, at: number) => ({
    DBID: at + 100,
    type: 'agent',
    ...agent,
    userName: `${agent.employeeId}@example.com`,
    availability: { channels: [{ name: mediaType, available: state === 'Ready', userState: { state } }] },
  });
  const allTargets = () => [
    ...[...sessions.values()].map(targetOf),
    { DBID: 200, type: 'interaction-queue', name: 'Service queue' },
  ];
  const byNumber = (numbers: string[]) =>
    numbers.flatMap((one) => allTargets().find(({ DBID }) => `${DBID}` === one) ?? []);

  function answer(
    agentId: string,
    method: string,
    url: URL,
    data: Record<string, unknown>,
  ): { data?: unknown; error?: string } {
    const session = sessions.get(agentId);
    if (!session) return { error: 'Resource not found' };
    const path = url.pathname.replace('/workspace/v3', '');
    const [, , medium = '', , id = '', verb = ''] = path.split('/').map(decodeURIComponent);
    if (path === '/current-session')
      return {
        data: session.isActive
          ? {
              user: {
                ...session.agent,
                activeSession: { media: { channels: session.state === 'LoggedOut' ? [] : [channelOf(agentId)] } },
              },
            }
          : {},
      };
    if (path === '/initialize-workspace') {
      // The event is pushed when the agent's client has subscribed.
      initializing.add(agentId);
      return {};
    }
    if (path === '/activate-channels') {
      session.isActive = true;
      session.state = 'NotReady';
      tellChannel(agentId);
      return {};
    }
    if (path === '/logout') {
      session.isActive = false;
      session.state = 'LoggedOut';
      return {};
    }
    if (path === `/media/${mediaType}/ready` || path === `/media/${mediaType}/not-ready`) {
      session.state = path.endsWith('not-ready') ? 'NotReady' : 'Ready';
      tellChannel(agentId);
      return {};
    }
    if (path === '/targets') {
      const term = (url.searchParams.get('searchTerm') ?? '').toLowerCase();
      const types = (url.searchParams.get('types') ?? '').split(',');
      const targets = allTargets().filter(
        (one) =>
          types.includes(one.type) &&
          JSON.stringify(Object.values(one))
            .toLowerCase()
            .replace('","', ' ')
            .includes(term.split(' ')[0] ?? ''),
      );
      // The limit is ignored, as some servers do.
      return { data: { targets, totalMatches: targets.length } };
    }
    if (path === '/targets/personal-favorites') return { data: { targets: byNumber(session.favourites) } };
    if (path === '/targets/recents') return { data: { targets: byNumber(session.recents) } };
    if (path === '/targets/personal-favorites/save' || path === '/targets/recents/add') {
      const list = path.endsWith('save') ? session.favourites : session.recents;
      list.unshift((data['target'] as { id: string }).id);
      return {};
    }
    if (path.startsWith('/targets/personal-favorites/delete/')) {
      session.favourites = session.favourites.filter((one) => one !== path.split('/').at(-1));
      return {};
    }
    if (medium !== mediaType) return { error: 'Resource not found' };
    if (method === 'GET' && verb === 'messages') return { data: { messages: interactions.get(id)?.messages ?? [] } };
    const error = act(agentId, id, verb, data);
    return error === undefined ? {} : { error };
  }
  const initializing = new Set<string>();

  function agentOf(request: IncomingMessage | undefined): string | undefined {
    const token = request?.headers.authorization?.replace('Bearer ', '');
    return token === undefined || expired.has(token) ? undefined : token.split('#')[0];
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const agentId = agentOf(request);
    if (agentId === undefined) {
      response.writeHead(401).end();
      return;
    }
    if (url.pathname.endsWith('/notifications')) {
      cometd.handle(request, response);
      if (initializing.size > 0) setImmediate(() => initialize());
      return;
    }
    let text = '';
    for await (const part of request) text += String(part);
    const body: { data?: Record<string, unknown> } = text ? JSON.parse(text) : {};
    const { data, error } = answer(agentId, request.method ?? 'GET', url, body.data ?? {});
    if (neverAnswer !== undefined && url.pathname.includes(neverAnswer)) return;
    const status = error === undefined ? { code: 0 } : { code: 500, message: error };
    response.writeHead(error === undefined ? 200 : 500, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ status, ...(data !== undefined && { data }) }));
  }

  /** The session is prepared once its client listens. */
  function initialize(): void {
    for (const agentId of initializing) {
      const isHeard = [...clients].some(
        ([id, agent]) =>
          agent === agentId &&
          cometd.getServerSession(id)?.subscriptions.some(({ name }) => name === '/workspace/v3/initialization'),
      );
      if (!isHeard) continue;
      initializing.delete(agentId);
      push(agentId, '/workspace/v3/initialization', {
        messageType: 'WorkspaceInitializationComplete',
        state: 'Complete',
        data: { user: sessions.get(agentId)?.agent },
      });
    }
  }

  const server = createServer((request, response) => void serve(request, response));
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;

  return {
    baseUrl: `http://127.0.0.1:${port}/workspace/v3`,
    pushed: () => pushed,
    customerWrites(id, text) {
      const one = interactions.get(id);
      if (one) write(one, { nickname: 'Jo', type: 'Client' }, text);
    },
    offersTimeOut() {
      for (const one of interactions.values()) if (one.offeredTo !== undefined) giveBack(one, 'Revoked');
    },
    forgetSessions() {
      for (const id of clients.keys()) cometd.getServerSession(id)?.disconnect();
      clients.clear();
    },
    get neverAnswer() {
      return neverAnswer;
    },
    set neverAnswer(part) {
      neverAnswer = part;
    },
    expired,
    async close() {
      // A poll that is held has a timer, which would keep the test's process.
      for (const id of clients.keys()) cometd.getServerSession(id)?.disconnect();
      cometd.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
