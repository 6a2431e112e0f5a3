import { surface } from '@baton/runtime';
import type { Conversations, ConversationsListener, ConversationsSession } from './conversations';
import { messageFrom } from './sdk-message';
import type { SdkMessage } from './sdk-message';

/** What `twilioConversations` needs. */
export interface TwilioConversationsOptions {
  /** As in `TwilioOptions`. The token needs a grant for Conversations. */
  getToken(): Promise<string | undefined>;
  /** Twilio's region. Default: `us1`. */
  region?: string;
}

/** The conversations of Twilio. Its SDK, @twilio/conversations, is loaded with the first connection. */
export function twilioConversations({ getToken, region }: TwilioConversationsOptions): Conversations {
  return {
    async connect(listener) {
      const { Client } = await loadSdk();
      const token = await getToken();
      if (token === undefined) throw new Error('getToken gave no token: the agent has to sign in again.');
      const client = new Client(token, { logLevel: 'silent', ...(region !== undefined && { region }) });
      try {
        return await openSession(client, getToken, listener);
      } catch (cause) {
        client.shutdown().catch(() => undefined);
        throw cause;
      }
    },
  };
}

type Sdk = typeof import('@twilio/conversations');

/** A bundle for browsers has the SDK's names on the module, Node has them on its default. */
async function loadSdk(): Promise<Sdk> {
  const module: Sdk & { default?: Sdk } = await import('@twilio/conversations');
  return module.default ?? module;
}

/** What is used of a `Client` of @twilio/conversations. */
export interface SdkClient {
  on(event: 'initialized' | 'tokenAboutToExpire' | 'tokenExpired', listener: () => void): unknown;
  on(event: 'initFailed', listener: (failed: { error?: { message: string } }) => void): unknown;
  on(event: 'messageAdded', listener: (message: MessageOfConversation) => void): unknown;
  on(event: 'messageUpdated', listener: (updated: { message: MessageOfConversation }) => void): unknown;
  on(event: 'connectionStateChanged', listener: (state: string) => void): unknown;
  getConversationBySid(sid: string): Promise<SdkConversation>;
  updateToken(token: string): Promise<unknown>;
  shutdown(): Promise<void>;
}

type MessageOfConversation = SdkMessage & { conversation: SdkConversation };

interface SdkConversation {
  sid: string;
  getMessages(pageSize?: number, anchor?: number, direction?: 'forward'): Promise<SdkPage>;
  getParticipants(): Promise<{ sid: string; type: string }[]>;
  sendMessage(text: string, attributes?: { commandId: string; from: { id: string; name: string } }): Promise<number>;
}

interface SdkPage {
  items: SdkMessage[];
  hasNextPage: boolean;
  nextPage(): Promise<SdkPage>;
}

const pageSize = 100;

/** Opens the session of a client of the SDK. */
export async function openSession(
  client: SdkClient,
  getToken: TwilioConversationsOptions['getToken'],
  listener: ConversationsListener,
): Promise<ConversationsSession> {
  const types = new Map<string, string>();
  let isOnline = true;
  let isClosed = false;
  // In the order in which they came: reading one may take several requests.
  let turn = Promise.resolve();

  await new Promise<void>((resolve, reject) => {
    client.on('initialized', () => resolve());
    client.on('initFailed', ({ error }) => reject(new Error(error?.message ?? 'Conversations cannot be reached.')));
  });

  async function read(message: SdkMessage, conversation: SdkConversation) {
    const { participantSid } = message;
    if (participantSid !== null && !types.has(participantSid)) await readParticipants(conversation);
    return messageFrom(message, (sid) => types.get(sid));
  }

  async function readParticipants(conversation: SdkConversation): Promise<void> {
    for (const { sid, type } of await conversation.getParticipants()) types.set(sid, type);
  }

  function told(message: MessageOfConversation): void {
    const { conversation } = message;
    turn = turn
      .then(async () => {
        const known = await read(message, conversation);
        if (!isClosed) listener.onMessage(conversation.sid, known);
      })
      .catch(surface);
  }

  async function renewToken(): Promise<void> {
    // A rejection is no refusal: Twilio asks again, and when the token has ended the connection tells.
    const token = await getToken().catch(() => null);
    if (isClosed || token === null) return;
    if (token === undefined) listener.onTokenLost();
    else await client.updateToken(token);
  }

  client.on('messageAdded', told);
  client.on('messageUpdated', ({ message }) => told(message));
  client.on('tokenAboutToExpire', () => void renewToken().catch(surface));
  client.on('tokenExpired', () => void renewToken().catch(surface));
  client.on('connectionStateChanged', (state) => {
    const was = isOnline;
    isOnline = state === 'connected';
    if (isClosed || was === isOnline) return;
    if (isOnline) listener.onRestored();
    else listener.onBreak();
  });

  return {
    async messages(sid) {
      const conversation = await client.getConversationBySid(sid);
      await readParticipants(conversation);
      const messages: SdkMessage[] = [];
      let page = await conversation.getMessages(pageSize, 0, 'forward');
      messages.push(...page.items);
      while (page.hasNextPage) {
        page = await page.nextPage();
        messages.push(...page.items);
      }
      return Promise.all(messages.map((message) => read(message, conversation)));
    },
    async send(sid, text, attributes) {
      const conversation = await client.getConversationBySid(sid);
      return conversation.sendMessage(text, attributes);
    },
    close() {
      isClosed = true;
      client.shutdown().catch(() => undefined);
    },
  };
}
