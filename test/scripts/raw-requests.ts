import { connect } from 'node:net';
import type { Server, Socket } from 'node:net';

/** Requests that no browser sends, with the expected answers. */
export const hostileRequests = [
  ['GET // HTTP/1.1', 404],
  ['GET /// HTTP/1.1', 404],
  ['GET /\\ HTTP/1.1', 404],
  ['GET /\\\\ HTTP/1.1', 404],
  ['GET //other/ HTTP/1.1', 404],
  ['GET //index.html HTTP/1.1', 404],
  ['GET //[ HTTP/1.1', 404],
  ['GET /../ HTTP/1.1', 404],
  ['GET /v1/../x HTTP/1.1', 404],
  ['GET /%2e%2e/ HTTP/1.1', 404],
  ['GET /% HTTP/1.1', 404],
  ['GET /%E0%A4%A HTTP/1.1', 404],
  ['GET /%00 HTTP/1.1', 404],
  ['GET /v1/% HTTP/1.1', '400|404'],
  ['GET /v1// HTTP/1.1', 404],
  ['GET /v1/%00 HTTP/1.1', 404],
  ['GET /frame?[ HTTP/1.1', 308],
  ['GET /frame//x HTTP/1.1', 404],
  ['GET /embed/% HTTP/1.1', 404],
  [`GET /${'a'.repeat(8000)} HTTP/1.1`, 404],
  ['GET http://localhost/ HTTP/1.1', 200],
  ['GET http://localhost// HTTP/1.1', 404],
  ['GET http:// HTTP/1.1', 400],
  ['GET http://[/ HTTP/1.1', 400],
  ['GET * HTTP/1.1', 400],
  ['OPTIONS * HTTP/1.1', 204],
  ['OPTIONS // HTTP/1.1', 405],
  ['TRACE / HTTP/1.1', 405],
  ['TRACE /v1/session/agents HTTP/1.1', 405],
  ['CONNECT other:443 HTTP/1.1', 405],
  ['POST / HTTP/1.1', 405],
  ['PUT /v1/session HTTP/1.1', 405],
  ['NONSENSE / HTTP/1.1', 400],
  ['GET /\0 HTTP/1.1', 400],
  ['\x16\x03\x01\x02', 400],
  ['GET / HTTP/1.1\r\nUpgrade: websocket\r\nConnection: Upgrade', 200],
  ['GET / HTTP/1.1\r\nExpect: the impossible', 417],
  ['GET / HTTP/1.1\r\nHost: b', '200|400|421'],
  ['POST /v1/session HTTP/1.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked', 400],
  ['GET / HTTP/1.1\r\nIf-None-Match: \xff\r\nAccept-Encoding: \xff\r\nOrigin: \xff', 200],
  [`GET / HTTP/1.1\r\nX: ${'x'.repeat(100_000)}`, 431],
].map(([request, status]) => ({ request: lines(String(request)), status }));

/** A request of these lines that closes its connection. */
export function lines(...all: string[]): string {
  return `${all.join('\r\n')}\r\nHost: localhost\r\nConnection: close\r\n\r\n`;
}

/** Opens a connection and writes a text as it is, one byte for each character. */
export async function talk(port: number, text = ''): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject));
  socket.on('error', () => undefined).write(text, 'latin1');
  return socket;
}

/** Sends a text as it is; resolves with everything that came back until the connection was closed. */
export async function send(port: number, text: string): Promise<string> {
  const socket = await talk(port, text);
  let answer = '';
  socket.on('data', (data) => (answer += data));
  await new Promise((resolve) => socket.once('close', resolve));
  return answer;
}

/** The port that a server listens on. */
export function portOf(server: Server | undefined): number {
  const address = server?.address();
  if (typeof address !== 'object' || !address) throw new Error('The server does not listen.');
  return address.port;
}
