import type { ModuleManifest } from './manifest';
import type { ShareScope } from './shared-libraries';

/** What webpack's container plugin makes of a module's entry. */
interface Container {
  init(scope: ShareScope): unknown;
  get(exposed: string): Promise<() => unknown>;
}

export interface EntryOptions {
  manifest: ModuleManifest;
  /** Where the manifest came from; its files stand beside it. */
  base: string;
  /** Aborts when the time limit is over: the script is removed, but its container is still used if it comes. */
  signal: AbortSignal;
  nonce?: string | undefined;
}

/** How often each address has failed in this page. */
const failures = new Map<string, number>();

/**
 * Runs a module's entry and takes its container from the window, where nothing
 * of it stays. The browser refuses an entry whose content is not what the
 * manifest says. It may take as long as it likes: also an entry that comes late is there for who asks again.
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
  // The entry asks for its chunks where it came from. See AddressOfEntry in scripts/webpack/remote-files.js.
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
  // What an entry throws while it runs reaches the window only.
  const thrown: unknown[] = [];
  const hear = (event: ErrorEvent) => {
    if (event.filename === script.src) thrown.push(event.error ?? event.message);
  };
  window.addEventListener('error', hear);
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
    window.removeEventListener('error', hear);
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

/** From now on a module's entry is asked for under another address. */
export function noteFailure(manifest: ModuleManifest, base: string): void {
  const url = new URL(manifest.entry.file, base).href;
  failures.set(url, (failures.get(url) ?? 0) + 1);
}

/** Gives a container its libraries and takes what it exposes. `join` is told when it has put its own into the scope. */
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

/** Browsers let a second request for a hanging address wait for the first: asking again needs another address. */
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
