import type { Clock } from '@baton/contracts';
import type { ModuleManifest } from './manifest';
import type { ShareScope } from './shared-libraries';
import { within } from './within';

/** What webpack's container plugin makes of a module's entry. */
interface Container {
  init(scope: ShareScope): unknown;
  get(exposed: string): Promise<() => unknown>;
}

export interface EntryOptions {
  manifest: ModuleManifest;
  /** Where the manifest came from; its files stand beside it. */
  base: string;
  clock: Clock;
  patienceMs: number;
  nonce?: string;
}

/** How often each address has failed in this page. */
const failures = new Map<string, number>();

/**
 * Runs a module's entry and takes its container from the window, where nothing
 * of it stays. The browser refuses an entry whose content is not what the
 * manifest says.
 *
 * @throws an Error that says why there is no container
 */
export async function loadEntry({ manifest, base, clock, patienceMs, nonce }: EntryOptions): Promise<Container> {
  const { file, integrity } = manifest.entry;
  const url = new URL(file, base).href;
  const script = document.createElement('script');
  if (nonce !== undefined) script.nonce = nonce;
  script.crossOrigin = 'anonymous';
  if (integrity !== undefined) script.integrity = integrity;
  script.src = addressOf(url);
  const ran = new Promise<unknown>((resolve, reject) => {
    // Also from one that comes too late for whoever waited.
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
  document.head.append(script);
  try {
    const container = await within(clock, patienceMs, `${url} did not come`, ran);
    if (isContainer(container)) return container;
    throw new Error(
      `${url} ran, but left no module in window.${manifest.container}. Is it the entry that belongs to this manifest?`,
      { cause: thrown[0] },
    );
  } catch (cause) {
    failures.set(url, (failures.get(url) ?? 0) + 1);
    throw cause;
  } finally {
    script.remove();
    window.removeEventListener('error', hear);
  }
}

/** Gives a container its libraries and takes what it exposes. */
export async function openContainer(container: Container, scope: ShareScope): Promise<unknown> {
  await container.init(scope);
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
