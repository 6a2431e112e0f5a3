import { createServer } from 'node:http';

/**
 * Starts a server, or says how to get the port and ends the process.
 *
 * @param {import('node:http').RequestListener} listener
 * @param {{port: number, host: string, command: string}} options command: what the reader would type again
 * @returns {Promise<import('node:http').Server>} a server that listens
 */
export function listen(listener, { port, host, command }) {
  const server = createServer(listener);
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      if (error.code !== 'EADDRINUSE') return reject(error);
      console.error(
        `Port ${port} is taken. Stop the program that uses it, or choose another port: PORT=${port + 100} ${command}`,
      );
      return process.exit(1);
    });
    server.listen(port, host, () => resolve(server));
  });
}

/** @returns {number} the port in the environment variable PORT, or the given one */
export function portOr(fallback) {
  const { PORT } = process.env;
  if (PORT === undefined || PORT === '') return fallback;
  const port = Number(PORT);
  if (Number.isInteger(port) && port > 0 && port < 65536) return port;
  console.error(`PORT=${PORT} is no port: give a number from 1 to 65535.`);
  return process.exit(1);
}
