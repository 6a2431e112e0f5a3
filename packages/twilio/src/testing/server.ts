import { createServer } from 'node:http';
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import type { WebSocket } from 'ws';
import type { Worker } from './model';
import type { TaskRouterDouble } from './task-router-double';

/** The stand-in on the addresses that the SDK takes as `ebServer` and `wsServer`. */
export interface TaskRouterServer {
  servers: { ebServer: string; wsServer: string };
  /** The tokens with which windows have connected, in order. */
  tokens: string[];
  /** What is done with the next requests, in order: `refuse` the connection, `lose` the answer, or nothing. */
  faults: ('refuse' | 'lose' | undefined)[];
  /** Holds back the answer to the next request that starts a transfer. */
  holdAnswer(): { reached: Promise<void>; release(): void };
  /** Whether new sockets are refused. */
  isDown: boolean;
  dropSockets(): void;
  /** How many sockets are open. */
  connections(): number;
  /** Resolves when windows have what was told until now. */
  delivered(): Promise<void>;
  /** Resolves when no request and no frame is under way. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

/** Where TaskRouter is at Twilio, too. */
const path = '/v1/wschannels';

/** A token of a worker: the SDK does not look into it. */
export const tokenOf = (worker: Worker, number = 1): string => `${worker.sid}.${number}`;

/** What the server has besides. */
export interface Besides {
  /** Default: any that is free. */
  port?: number;
  /** Answers requests for other addresses. */
  files?: RequestListener;
  /** Takes sockets of other addresses, by path. */
  sockets?: Readonly<Record<string, (socket: WebSocket, url: URL) => void>>;
}

/** Serves the stand-in on loopback. */
export async function serveTaskRouter(
  double: TaskRouterDouble,
  { port: asked = 0, files, sockets: others = {} }: Besides = {},
): Promise<TaskRouterServer> {
  const sockets = new Set<WebSocket>();
  const tokens: string[] = [];
  const faults: TaskRouterServer['faults'] = [];
  let held: { reach(): void; released: Promise<void> } | undefined;
  const open = new Set<ServerResponse>();
  let traffic = 0;

  const workerOf = (token: string) => double.workerOf(token.split('.')[0] ?? '');

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { token, method, url, params } = await bodyOf(request);
    const fault = faults.shift();
    const worker = workerOf(token);
    if (fault === 'refuse') return void request.socket.destroy();
    const answered = worker
      ? double.request(worker, method, url, params)
      : { status: 401, payload: { message: 'The token is of no worker.' } };
    if (held && method === 'POST' && url.endsWith('/Transfers')) {
      const { reach, released } = held;
      held = undefined;
      reach();
      await released;
    }
    if (fault === 'lose') return void request.socket.destroy();
    response.writeHead(answered.status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answered.status === 200 ? { payload: answered.payload } : answered.payload));
  }

  const http = createServer((request, response) => {
    if (files && request.url !== path) return files(request, response);
    traffic += 1;
    open.add(response);
    response.on('close', () => open.delete(response));
    void answer(request, response);
  });

  const server: TaskRouterServer = {
    servers: { ebServer: '', wsServer: '' },
    tokens,
    faults,
    isDown: false,
    holdAnswer() {
      let reach = (): void => undefined;
      let release = (): void => undefined;
      const reached = new Promise<void>((resolve) => (reach = resolve));
      held = { reach, released: new Promise<void>((resolve) => (release = resolve)) };
      return { reached, release: () => release() };
    },
    connections: () => sockets.size,
    dropSockets: () => sockets.forEach((socket) => socket.terminate()),
    async delivered() {
      await Promise.all([...sockets].map(roundTrip));
      for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    },
    async settled() {
      let before = -1;
      while (before !== traffic || open.size > 0) {
        before = traffic;
        await server.delivered();
      }
    },
    async close() {
      sockets.forEach((socket) => socket.terminate());
      await new Promise((resolve) => {
        http.closeAllConnections();
        http.close(resolve);
      });
    },
  };

  const ws = new WebSocketServer({ noServer: true });
  http.on('upgrade', (request, socket, head) => {
    const url = new URL(request.url ?? '', 'ws://loopback');
    const other = others[url.pathname];
    if (other && !server.isDown) {
      return ws.handleUpgrade(request, socket, head, (opened) => {
        sockets.add(opened);
        opened.on('close', () => sockets.delete(opened));
        other(opened, url);
      });
    }
    traffic += 1;
    const token = url.searchParams.get('token') ?? '';
    const worker = workerOf(token);
    if (!worker || server.isDown) return socket.destroy();
    tokens.push(token);
    ws.handleUpgrade(request, socket, head, (opened) => {
      sockets.add(opened);
      const disconnect = double.connect(worker, (frame) => {
        traffic += 1;
        opened.send(JSON.stringify(frame));
      });
      const beat = setInterval(() => opened.send(' '), 15_000);
      opened.on('close', () => {
        clearInterval(beat);
        disconnect();
        sockets.delete(opened);
      });
    });
  });

  const { port } = await listening(http, asked);
  server.servers = {
    ebServer: `http://127.0.0.1:${port}${path}`,
    wsServer: `ws://127.0.0.1:${port}${path}`,
  };
  return server;
}

/** A pong comes after all frames before it. */
function roundTrip(socket: WebSocket): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      socket.off('pong', done);
      socket.off('close', done);
      resolve();
    };
    if (socket.readyState !== socket.OPEN) return resolve();
    socket.on('pong', done);
    socket.on('close', done);
    socket.ping();
  });
}

function listening(http: Server, port: number): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    http.once('error', reject);
    http.listen(port, '127.0.0.1', () => {
      const address = http.address();
      if (typeof address === 'object' && address !== null) resolve(address);
      else reject(new Error('The server has no address.'));
    });
  });
}

interface Body {
  token: string;
  method: string;
  url: string;
  params: Readonly<Record<string, unknown>>;
}

async function bodyOf(request: IncomingMessage): Promise<Body> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return { params: {}, ...JSON.parse(Buffer.concat(chunks).toString('utf8')) };
}
