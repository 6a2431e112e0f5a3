import type { ModuleManifest } from './manifest';
import type { ShareScope } from './shared-libraries';

/** The container that webpack's ContainerPlugin makes of a module's entry. */
interface Container {
  init(scope: ShareScope): unknown;
  get(exposed: string): Promise<() => unknown>;
}

export interface EntryOptions {
  manifest: ModuleManifest;
  /** The manifest's address, to which its files are relative. */
  base: string;
  /** Aborts when the time limit is over: the script element is removed, but a container that still arrives is used. */
  signal: AbortSignal;
  nonce?: string | undefined;
}

/** How often each address has failed in this page. */
const failures = new Map<string, number>();

/**
 * Runs a module's entry and takes its container from the window, which keeps nothing of it. The browser refuses an entry
 * whose hash is not that of the manifest. There is no time limit here: an entry that arrives late serves the next attempt.
 *
 * @throws an Error that says why there is no container
 */
export async function loadEntry({ manifest, base, signal, nonce }: EntryOptions): Promise<Container> {
  const { file, integrity } = manifest.entry;
  const url = new URL(file, base).href;
  const script = document.createElement('script');
  if (nonce !== undefined) script.nonce = nonce;
  script.crossOrigin = 'anonymous';
  if (integrity !== undefined) script.integrity = integrity;
  setAddress(script, addressOf(url));
  // The entry loads its chunks from this address. See AddressOfEntry in scripts/webpack/remote-files.js.
  const from = `${manifest.container}_from`;
  Reflect.set(window, from, new URL('.', url).href);
  const ran = new Promise<unknown>((resolve, reject) => {
    script.addEventListener('load', () => resolve(takeGlobal(manifest.container)));
    script.addEventListener('error', () =>
      reject(
        new Error(
          `${url} did not load: it is missing, is not what the manifest says (integrity), or the page's script-src forbids it. ` +
            `Let script-src name ${new URL(url).origin}, or give the policy's nonce in the option "nonce".`,
        ),
      ),
    );
  });
  // Errors that an entry throws while it runs are reported to the window only.
  const thrown: unknown[] = [];
  const onError = (event: ErrorEvent) => {
    if (event.filename === script.src) thrown.push(event.error ?? event.message);
  };
  window.addEventListener('error', onError);
  signal.addEventListener('abort', () => script.remove(), { once: true });
  document.head.append(script);
  try {
    const container = await ran;
    if (isContainer(container)) return container;
    throw new Error(
      `${url} ran, but left no module in window.${manifest.container}. Is it the entry that belongs to this manifest?`,
      { cause: thrown[0] },
    );
  } finally {
    script.remove();
    takeGlobal(from);
    window.removeEventListener('error', onError);
  }
}

function setAddress(script: HTMLScriptElement, address: string): void {
  try {
    script.src = address;
  } catch (cause) {
    throw new Error(
      `The page asks for Trusted Types, and its policy does not know ${address}. Call allowScriptsFrom(['${new URL(address).origin}']) of @baton/host-kit before anything loads.`,
      { cause },
    );
  }
}

/** Makes the next load of a module's entry use another address. */
export function noteFailure(manifest: ModuleManifest, base: string): void {
  const url = new URL(manifest.entry.file, base).href;
  failures.set(url, (failures.get(url) ?? 0) + 1);
}

/** Gives a container its libraries, and returns what it exposes. `join` is called when the container has added its own libraries to the scope. */
export async function openContainer(
  container: Container,
  scope: ShareScope,
  join: (scope: ShareScope) => void,
): Promise<unknown> {
  await container.init(scope);
  join(scope);
  const factory = await container.get('./app');
  return factory();
}

/** Another address for each attempt: browsers let a second request for an address wait for the first one, which may hang. */
function addressOf(url: string): string {
  const failed = failures.get(url) ?? 0;
  return failed === 0 ? url : `${url}?attempt=${failed + 1}`;
}

function takeGlobal(name: string): unknown {
  const found: unknown = Reflect.get(window, name);
  Reflect.deleteProperty(window, name);
  return found;
}

function isContainer(found: unknown): found is Container {
  return (
    typeof found === 'object' &&
    found !== null &&
    'init' in found &&
    typeof found.init === 'function' &&
    'get' in found &&
    typeof found.get === 'function'
  );
}
