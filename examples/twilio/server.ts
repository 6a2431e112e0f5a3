import type { RequestListener } from 'node:http';
import { createConversationsDouble, createTaskRouterDouble, serveTaskRouter, tokenOf } from '@baton/twilio/testing';
import type { WebSocket } from 'ws';
import type { Call, Told } from './socket-conversations';

/** Settings of the stand-in for Twilio. */
export interface ExampleOptions {
  port?: number;
  /** Answers what is neither Twilio nor an address of this example: the page and the modules. */
  files: RequestListener;
  /** How long a colleague has to answer. Default 30 s. */
  timeoutSeconds?: number;
  tokenLifetimeMs?: number;
}

/** Starts a stand-in for Twilio with three workers, one of whom has a conversation, and the server of a host. */
export async function startExample({ port, files, ...twilio }: ExampleOptions) {
  const conversations = createConversationsDouble();
  const taskRouter = createTaskRouterDouble({
    ...twilio,
    // What a host's server does when TaskRouter tells it of a task.
    onAssigned: ({ sid }, task) => conversations.join(String(task.attributes['conversationSid']), sid),
    onReleased: ({ sid }, task) => conversations.leave(String(task.attributes['conversationSid']), sid),
  });
  const { available, offline } = taskRouter.activities;
  const [ana, bianca, chen] = ['Ana', 'Bianca', 'Chen'].map((name) => taskRouter.addWorker(name, available));
  if (!ana || !bianca || !chen) throw new Error('There are three workers.');
  taskRouter.addWorker('Dora', offline);
  const billing = taskRouter.addQueue('Billing', [ana]);
  taskRouter.addQueue('Refunds', [bianca, chen]);
  const conversationSid = 'CH0001';
  conversations.add(conversationSid);
  conversations.customerWrites(conversationSid, 'Hello, my invoice is wrong. Can you help?');
  const attributes = { conversationSid, customerName: 'Jo Smith', customerAddress: '+447700900123' };
  taskRouter.addTask(billing, attributes, ana);

  let tokens = 0;
  const server = await serveTaskRouter(taskRouter, {
    ...(port !== undefined && { port }),
    sockets: { '/conversations': (socket, url) => void answer(socket, url.searchParams.get('worker') ?? '') },
    files(request, response) {
      const url = new URL(request.url ?? '/', 'http://localhost');
      if (url.pathname === '/people') {
        response.setHeader('content-type', 'application/json');
        return response.end(JSON.stringify([ana, bianca, chen].map(({ sid, name }) => ({ sid, name }))));
      }
      if (url.pathname === '/token') {
        const worker = taskRouter.workerOf(url.searchParams.get('worker') ?? '');
        return response.end(worker && tokenOf(worker, ++tokens));
      }
      if (url.pathname === '/customer') {
        conversations.customerWrites(conversationSid, 'Are you still there?');
        return response.end();
      }
      return files(request, response);
    },
  });

  async function answer(socket: WebSocket, worker: string): Promise<void> {
    const say = (told: Told) => socket.send(JSON.stringify(told));
    const session = await conversations.of(worker).connect({
      onMessage: (sid, message) => say({ sid, message }),
      onBreak: () => undefined,
      onRestored: () => undefined,
      onTokenLost: () => undefined,
    });
    socket.on('close', () => session.close());
    socket.on('message', (data: Buffer) => {
      const call: Call = JSON.parse(data.toString('utf8'));
      const { id, sid } = call;
      const answered =
        call.call === 'messages'
          ? session.messages(sid).then((messages) => ({ id, messages }))
          : session.send(sid, call.text, call.attributes).then((index) => ({ id, index }));
      answered.catch((cause: unknown) => ({ id, error: String(cause) })).then(say, () => undefined);
    });
  }

  return { server, origin: new URL(server.servers.ebServer).origin };
}
