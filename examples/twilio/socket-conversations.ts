import type { ConversationMessage, Conversations, ConversationsListener, ConversationsSession } from '@baton/twilio';

/** What goes over the socket: calls and their answers, and messages as they come. */
export type Call =
  | { id: number; call: 'messages'; sid: string }
  | { id: number; call: 'send'; sid: string; text: string; attributes: { commandId: string; from: Person } };
export type Told =
  | { id: number; messages: ConversationMessage[] }
  | { id: number; index: number }
  | { id: number; error: string }
  | { sid: string; message: ConversationMessage };

interface Person {
  id: string;
  name: string;
}

const retryMs = 1_000;

/** The conversations of this example's server, in the place of Twilio's. */
export function socketConversations(url: string): Conversations {
  return { connect: (listener) => connect(url, listener) };
}

async function connect(url: string, listener: ConversationsListener): Promise<ConversationsSession> {
  const waiting = new Map<number, (told: Told) => void>();
  let calls = 0;
  let isClosed = false;
  let socket = await opened(url);
  follow();

  function follow(): void {
    socket.addEventListener('message', ({ data }) => {
      const told: Told = JSON.parse(String(data));
      if ('sid' in told) return listener.onMessage(told.sid, told.message);
      waiting.get(told.id)?.(told);
      waiting.delete(told.id);
    });
    socket.addEventListener('close', () => {
      for (const [id, answer] of waiting) answer({ id, error: 'The connection is lost.' });
      waiting.clear();
      if (isClosed) return;
      listener.onBreak();
      setTimeout(reconnect, retryMs);
    });
  }

  function reconnect(): void {
    opened(url).then(
      (anew) => {
        socket = anew;
        if (isClosed) return socket.close();
        follow();
        listener.onRestored();
      },
      () => setTimeout(reconnect, retryMs),
    );
  }

  function ask(call: (id: number) => Call): Promise<Told> {
    return new Promise((resolve, reject) => {
      const id = (calls += 1);
      if (socket.readyState !== WebSocket.OPEN) return reject(new Error('There is no connection.'));
      waiting.set(id, (told) => ('error' in told ? reject(new Error(told.error)) : resolve(told)));
      socket.send(JSON.stringify(call(id)));
    });
  }

  return {
    async messages(sid) {
      const told = await ask((id) => ({ id, call: 'messages', sid }));
      return 'messages' in told ? told.messages : [];
    },
    async send(sid, text, attributes) {
      const told = await ask((id) => ({ id, call: 'send', sid, text, attributes }));
      if (!('index' in told)) throw new Error('The text has no place.');
      return told.index;
    },
    close() {
      isClosed = true;
      socket.close();
    },
  };
}

function opened(url: string): Promise<WebSocket> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url);
    socket.addEventListener('open', () => resolve(socket), { once: true });
    socket.addEventListener('error', () => reject(new Error('The example’s server does not answer.')), { once: true });
  });
}
