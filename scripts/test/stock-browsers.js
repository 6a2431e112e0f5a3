import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createConnection as connectTo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { WebSocket } from 'ws';

/**
 * A browser as it is installed, with one window, driven through what it brings itself.
 *
 * @typedef {object} StockBrowser
 * @property {string} version as the browser says it
 * @property {(address: string) => Promise<void>} go
 * @property {(expression: string) => Promise<unknown>} evaluate what an expression is worth in the page, by way of JSON
 * @property {(device: InputDevice) => Promise<void>} act as a person's hand on the device
 * @property {() => Promise<void>} close
 */

/**
 * What a device does, one thing after the other: https://www.w3.org/TR/webdriver2/#actions
 *
 * @typedef {object} InputDevice
 * @property {'pointer' | 'key'} type
 * @property {string} id
 * @property {{type: string, x?: number, y?: number, button?: number, value?: string}[]} actions
 */

const screen = { width: 1440, height: 900 };

/**
 * Firefox, which speaks WebDriver BiDi itself.
 *
 * @returns {Promise<StockBrowser>}
 */
export async function openFirefox() {
  const program = findProgram(['firefox-esr', 'firefox'], 'firefox-esr');
  const profile = await mkdtemp(join(tmpdir(), 'baton-firefox-'));
  const browser = start(program, ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0'], {
    stream: 'stderr',
  });
  const [, address] = await browser.says(/WebDriver BiDi listening on (\S+)/);
  const send = await connect(`${address}/session`);
  const { capabilities } = await send('session.new', { capabilities: {} });
  // In the window's first tab the address bar has the keyboard.
  const { context } = await send('browsingContext.create', { type: 'tab' });
  await send('browsingContext.setViewport', { context, viewport: screen });

  return {
    version: `Firefox ${capabilities.browserVersion}`,
    async go(url) {
      await send('browsingContext.navigate', { context, url, wait: 'complete' });
    },
    async evaluate(expression) {
      const { result, exceptionDetails } = await send('script.evaluate', {
        expression: `JSON.stringify(${expression})`,
        target: { context },
        awaitPromise: false,
      });
      if (exceptionDetails !== undefined) throw new Error(`In the page: ${exceptionDetails.text}`);
      return JSON.parse(result.value);
    },
    async act(device) {
      await send('input.performActions', { context, actions: [device] });
    },
    async close() {
      await send('browser.close', {});
      await browser.ended;
      await rm(profile, { recursive: true, force: true });
    },
  };
}

/**
 * WebKitGTK's own small browser, on a screen that exists in memory only.
 *
 * @returns {Promise<StockBrowser>}
 */
export async function openWebKitGtk() {
  const [webDriver, xvfb] = ['WebKitWebDriver', 'Xvfb'].map((name) => findProgram([name], 'webkit2gtk-driver xvfb'));
  const display = start(
    xvfb,
    ['-displayfd', '1', '-screen', '0', `${screen.width}x${screen.height}x24`, '-nolisten', 'tcp'],
    { stream: 'stdout' },
  );
  const [, number] = await display.says(/^(\d+)$/);
  const port = await freePort();
  const driver = start(webDriver, [`--port=${port}`], {
    env: { DISPLAY: `:${number}` },
  });
  await listening(port);
  const send = (method, path, body) => ask(`http://127.0.0.1:${port}/session${path}`, method, body);
  const { sessionId, capabilities } = await send('POST', '', { capabilities: {} });
  const here = `/${sessionId}`;
  await send('POST', `${here}/window/rect`, { x: 0, y: 0, ...screen });

  return {
    version: `WebKitGTK ${capabilities.browserVersion}`,
    async go(url) {
      await send('POST', `${here}/url`, { url });
    },
    async evaluate(expression) {
      const script = `return JSON.stringify(${expression})`;
      return JSON.parse(await send('POST', `${here}/execute/sync`, { script, args: [] }));
    },
    async act(device) {
      await send('POST', `${here}/actions`, { actions: [device] });
    },
    async close() {
      await send('DELETE', here);
      await driver.stop();
      await display.stop();
    },
  };
}

function findProgram(names, packages) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const program = names.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path));
  if (program === undefined)
    throw new Error(`There is no ${names.join(' or ')} on this machine. On Debian: apt-get install -y ${packages}`);
  return program;
}

function start(program, args, { stream, env = {} } = {}) {
  const pipe = (name) => (name === stream ? 'pipe' : 'ignore');
  const child = spawn(program, args, {
    stdio: ['ignore', pipe('stdout'), pipe('stderr')],
    env: { ...process.env, LC_ALL: 'en_GB.UTF-8', ...env },
  });
  const stop = () => child.kill();
  process.once('exit', stop);
  const ended = once(child, 'exit').then(() => process.off('exit', stop));
  return {
    ended,
    stop() {
      stop();
      return ended;
    },
    /** Waits for a line. */
    says: (pattern) =>
      new Promise((resolve, reject) => {
        createInterface(child[stream]).on('line', (line) => {
          const found = pattern.exec(line);
          if (found !== null) resolve(found);
        });
        void ended.then(() => reject(new Error(`${program} ended before it was ready.`)));
      }),
  };
}

/** WebDriver BiDi: commands over a WebSocket. */
async function connect(address) {
  const socket = new WebSocket(address);
  await once(socket, 'open');
  const waiting = new Map();
  socket.on('message', (data) => {
    const { id, type, result, error, message } = JSON.parse(data);
    const command = waiting.get(id);
    waiting.delete(id);
    if (type === 'success') command?.resolve(result);
    else if (type === 'error') command?.reject(new Error(`${error}: ${message}`));
  });
  socket.on('close', () => {
    for (const { reject } of waiting.values()) reject(new Error('The browser has gone.'));
  });
  let sent = 0;
  return (method, params) =>
    new Promise((resolve, reject) => {
      sent += 1;
      waiting.set(sent, { resolve, reject });
      socket.send(JSON.stringify({ id: sent, method, params }));
    });
}

/** WebDriver: commands over HTTP. */
async function ask(address, method, body) {
  const answer = await fetch(address, { method, body: body && JSON.stringify(body) });
  const { value } = await answer.json();
  if (!answer.ok) throw new Error(`${value.error}: ${value.message}`);
  return value;
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/** Waits until a server takes connections. */
async function listening(port) {
  for (const until = performance.now() + 10_000; ; await sleep(50)) {
    const socket = connectTo(port, '127.0.0.1');
    try {
      await once(socket, 'connect');
      return;
    } catch (error) {
      if (performance.now() > until) throw error;
    } finally {
      socket.destroy();
    }
  }
}
