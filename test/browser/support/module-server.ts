import type { RequestListener, ServerResponse } from 'node:http';
import { serveComposed } from '../../../scripts/serve/desktop-servers.js';
import { test as base, expect } from '@playwright/test';
import { intents as notifications } from '../../../packages/notifications/src/intents';
import { intents as smsWindow } from '../../../packages/sms-window/src/intents';
import { intents as teamCommunicator } from '../../../packages/team-communicator/src/intents';

/** Which of a module's files. */
export type ModuleFileKind = 'manifest' | 'entry' | 'code';
/** Answers in place of the module's server, or leaves the answer to it by returning false. */
export type Fault = (file: ModuleFileKind, response: ServerResponse, files: () => void, url: string) => boolean;

const on =
  (kind: ModuleFileKind, answer: (response: ServerResponse) => void): Fault =>
  (file, response) => {
    if (file !== kind) return false;
    answer(response);
    return true;
  };
const status = (code: number) => (response: ServerResponse) => void response.writeHead(code).end('down');
const html = (response: ServerResponse) =>
  void response.writeHead(200, { 'Content-Type': 'text/html' }).end('<!doctype html><title>Sign in</title>');
const hang = () => undefined;
const json = (body: unknown) => (response: ServerResponse) =>
  void response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
const script = (text: string) => (response: ServerResponse) =>
  void response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(text);

/** What is wrong with a module's server, by what it does. */
export const faults: Readonly<Record<string, Fault>> = {
  'manifest answers 503': on('manifest', status(503)),
  'entry answers 503': on('entry', status(503)),
  'code answers 503': on('code', status(503)),
  'manifest is a page': on('manifest', html),
  'entry is a page': on('entry', html),
  'code is a page': on('code', html),
  'manifest is empty': on('manifest', json({})),
  'entry is not what the manifest says': on('entry', script('window.tampered = "entry";')),
  'code is not what the entry says': on('code', script('window.tampered = "code";')),
  'server is down': (_, response) => {
    response.destroy();
    return true;
  },
  'pages of other origins are not let in': (_, response, files) => {
    response.setHeader = (
      (set) => (name: string, value: number | string | readonly string[]) =>
        set.call(response, name, name === 'Access-Control-Allow-Origin' ? 'https://elsewhere.example' : value)
    )(response.setHeader.bind(response));
    files();
    return true;
  },
};

/** Servers that never answer: what they are asked for is given up after five seconds. */
export const hanging: Readonly<Record<string, Fault>> = {
  'manifest hangs': on('manifest', hang),
  'entry hangs': on('entry', hang),
  'code hangs': on('code', hang),
};

/** A module's build: what its server answers, by the kind of file. */
export interface Build {
  manifest: object;
  entry: string;
}

const declared = new Map<string, object>([
  ['sms-window', smsWindow],
  ['team-communicator', teamCommunicator],
  ['notifications', notifications],
]);

/** A build that is what its manifest says, and does not work; `entryOf` writes its entry. It declares what the module does. */
export function brokenBuild(name: string, entryOf: (container: string) => string, contract = '^0.2.0'): Build {
  const container = `baton_broken_${name.replaceAll('-', '_')}`;
  const manifest = {
    name,
    version: '9.9.9',
    build: 'broken',
    contract,
    intents: declared.get(name),
    container,
    entry: { file: 'remoteEntry.js' },
    code: [],
  };
  return { manifest, entry: entryOf(container) };
}

/** The server has this build of a module. */
export function serving({ manifest, entry }: Build): Fault {
  return (file, response) => {
    if (file === 'code') return false;
    (file === 'manifest' ? json(manifest) : script(entry))(response);
    return true;
  };
}

/** An entry that works, whose module does this. */
const exposing = (lifecycles: string) => (container: string) =>
  `window.${container} = { init() {}, get: () => Promise.resolve(() => (${lifecycles})) };`;

/** The agent breaks it with its button; `unmount` takes it down. */
const breakable = (unmount: string) =>
  exposing(`{ bootstrap: async () => {}, mount: async ({ domElement, onCrash }) => {
    const button = document.createElement('button');
    button.textContent = 'Break';
    button.onclick = () => onCrash(new Error('broken later'));
    domElement.append(button);
  }, unmount: ${unmount} }`);

/** What is wrong with a module's code, by what it does. */
export const brokenEntries = {
  'entry throws': () => `throw new Error('broken entry');`,
  'factory throws': exposing(`(() => { throw new Error('broken factory'); })()`),
  'code crashes at mount': exposing(
    `{ bootstrap: async () => {}, mount: async () => { throw new Error('broken mount'); }, unmount: async () => {} }`,
  ),
  'code never mounts': exposing(
    `{ bootstrap: async () => {}, mount: () => new Promise(() => {}), unmount: async () => {} }`,
  ),
  'code crashes later': breakable('async ({ domElement }) => domElement.replaceChildren()'),
  'code crashes later and never unmounts': breakable('() => new Promise(() => {})'),
} as const;

/** Modules that stand until their host asks for another view. */
export const brokenUpdates = {
  'crashes at update': exposing(
    `{ bootstrap: async () => {}, mount: async () => {}, update: async () => { throw new Error('broken update'); }, unmount: async () => {} }`,
  ),
  'never updates': exposing(
    `{ bootstrap: async () => {}, mount: async () => {}, update: () => new Promise(() => {}), unmount: async () => {} }`,
  ),
} as const;

/** The composed desktop on four origins, with module servers that can be made to fail. */
export interface Faulty {
  origin: string;
  /** From now on, until it is mended. */
  breaks(module: string, fault: Fault): void;
  /** Breaks the next answer for a file only. */
  breaksOnce(module: string, kind: ModuleFileKind, fault: Fault): void;
  mend(module: string): void;
  /** How often a module's file has been asked for. */
  asked(module: string, kind: ModuleFileKind): number;
}

export const test = base.extend<{ listed: boolean; faulty: Faulty }>({
  listed: [false, { option: true }],

  async faulty({ listed }, use) {
    const active = new Map<string, Fault>();
    const once = new Map<string, Fault>();
    const asked = new Map<string, number>();
    const around =
      (module: string, files: RequestListener): RequestListener =>
      (request, response) => {
        const kind = fileKindOf(request.url ?? '');
        asked.set(`${module} ${kind}`, (asked.get(`${module} ${kind}`) ?? 0) + 1);
        const passing = once.get(`${module} ${kind}`);
        once.delete(`${module} ${kind}`);
        const fault = passing ?? active.get(module);
        if (fault !== undefined) response.setHeader('Access-Control-Allow-Origin', '*');
        if (fault?.(kind, response, () => files(request, response), request.url ?? '') !== true)
          files(request, response);
      };
    const servers = await serveComposed({ around, listed });
    await use({
      origin: servers.origin,
      breaks: (module, fault) => void active.set(module, fault),
      breaksOnce: (module, kind, fault) => void once.set(`${module} ${kind}`, fault),
      mend: (module) => void active.delete(module),
      asked: (module, kind) => asked.get(`${module} ${kind}`) ?? 0,
    });
    await servers.close();
  },
});

export { expect };

/** What an address of a module's server asks for. */
export function fileKindOf(url: string): ModuleFileKind {
  if (url.includes('baton-module.json')) return 'manifest';
  return url.includes('remoteEntry') ? 'entry' : 'code';
}
