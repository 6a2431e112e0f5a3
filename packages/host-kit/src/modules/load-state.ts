import type { ModuleLifecycles } from '@baton/contracts';

/** The stage in which a module failed to load. Each has 5 seconds. */
export type LoadStage =
  /** Its manifest did not arrive, or is not valid. */
  | 'manifest'
  /** It works with other contract versions than this page's. None of its code has run. */
  | 'contract'
  /** Its entry did not arrive, has another hash than in the manifest, or threw. */
  | 'entry'
  /** The code behind the entry, or a library that it needs, did not arrive. */
  | 'code'
  /** It has loaded, but exposes no single-spa lifecycles. */
  | 'lifecycles';

/** Why a module did not load, for the developers of the page. */
export class LoadError extends Error {
  override readonly name = 'LoadError';
  constructor(
    readonly module: string,
    readonly stage: LoadStage,
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }
}

/**
 * The state of a module's code:
 *
 * ```
 * idle ──load──► fetching ──► loading ──► ready
 *                   ▲ │          │          │
 *                   │ └──────────┴► failed  │
 *                   └─────load──────────────┘
 * ```
 *
 * `load` during a load returns the same promise. After an error that may be temporary, the load is tried once more at once,
 * and the state is `fetching` again. After a failure, and when the module is ready, `load` begins a new load. A ready module
 * keeps its build when there is no newer one, or when that does not load, and the state is `ready` again.
 */
export type LoadState =
  | { state: 'idle' }
  | { state: 'fetching' }
  | { state: 'loading'; version: string; build: string }
  | { state: 'ready'; version: string; build: string }
  | { state: 'failed'; error: LoadError };

/** How a load ended. It never rejects. */
export type LoadResult =
  | { ok: true; lifecycles: ModuleLifecycles; version: string; build: string }
  | { ok: false; error: LoadError };
