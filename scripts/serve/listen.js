import { connect, isIPv6 } from 'node:net';
import { createHttpServer } from './http-server.js';

/**
 * Starts a server.
 *
 * @param {import('node:http').RequestListener} listener
 * @param {{port: number, host: string, command: string}} options command: what the reader would type again
 * @returns {Promise<import('node:http').Server>} a server that listens
 * @throws an Error that says how to get the port, when it is taken
 */
export async function listen(listener, { port, host, command }) {
  const cure = anotherPort(port, command);
  if (host === '127.0.0.1') await refuseTaken(port, cure);
  const server = createHttpServer(listener);
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      if (error.code === 'EADDRINUSE') reject(taken(port, cure));
      else if (NO_ADDRESS.includes(error.code)) reject(new Error(noAddress(host), { cause: error }));
      else reject(error);
    });
    server.listen(port, host, () => {
      // When all of the machine's file handles are in use, one connection is lost, not the server.
      server.on('error', ({ message }) => console.error(message));
      resolve(server);
    });
  });
}

/**
 * Refuses a port of localhost that a program has. At ::1 too, where browsers would look first.
 *
 * @param {number} port
 * @param {string} cure what can be done besides stopping that program
 * @throws an Error that says so
 */
export async function refuseTaken(port, cure) {
  for (const address of ['127.0.0.1', '::1']) if (await answers(port, address)) throw taken(port, cure);
}

/** @returns {string} what can be done about a taken port besides stopping the program that has it */
export function anotherPort(port, command) {
  return `or choose another port: PORT=${port < 65_000 ? port + 100 : port - 100} ${command}`;
}

/** What a system says of a host that it does not have. */
const NO_ADDRESS = ['ENOTFOUND', 'EAI_AGAIN', 'EADDRNOTAVAIL', 'EINVAL'];

/** Some shells and package managers set HOST by themselves. */
function noAddress(host) {
  return `HOST=${host} is no address of this machine: unset it, or give 127.0.0.1, or 0.0.0.0 for every network.`;
}

/** @returns {string} where people on this machine open what listens on a host */
export function originOf(host, port) {
  if (['127.0.0.1', '0.0.0.0', '::'].includes(host)) return `http://localhost:${port}`;
  return `http://${isIPv6(host) ? `[${host}]` : host}:${port}`;
}

/** @returns {number} the port in the environment variable PORT, or the given one */
export function portOr(fallback) {
  const { PORT } = process.env;
  if (PORT === undefined || PORT === '') return fallback;
  const port = Number(PORT);
  if (Number.isInteger(port) && port > 0 && port < 65536) return port;
  throw new Error(`PORT=${PORT} is no port: give a number from 1 to 65535.`);
}

function taken(port, cure) {
  return new Error(`Port ${port} is taken. Stop the program that uses it, ${cure}`);
}

function answers(port, address) {
  return new Promise((resolve) => {
    const settle = (isTaken) => {
      socket.destroy();
      resolve(isTaken);
    };
    const socket = connect(port, address, () => settle(true)).on('error', () => settle(false));
  });
}
