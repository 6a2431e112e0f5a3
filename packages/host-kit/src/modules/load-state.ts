import type { ModuleLifecycles } from '@baton/contracts';

/** Where a module's loading broke. Each stage has 5 seconds. */
export type LoadStage =
  /** Its manifest did not come, or is none. */
  | 'manifest'
  /** It works with other contract versions than this page's. Nothing of it has run. */
  | 'contract'
  /** Its entry did not come, is not what the manifest says, or threw. */
  | 'entry'
  /** The code behind the entry, or a library it needs, did not come. */
  | 'code'
  /** It came, but exposes no single-spa lifecycles. */
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
 * What is known of a module's code:
 *
 * ```
 * idle ──load──► fetching ──► loading ──► ready
 *                   ▲ │          │          │
 *                   │ └──────────┴► failed  │
 *                   └─────load──────────────┘
 * ```
 *
 * `load` while it is under way gives the same promise. A fault that may pass is
 * met by asking once more at once: it is `fetching` again. After a failure `load`
 * really asks again. When the module is ready it asks whether there is a newer
 * build, and stays with the known one when there is none, or none that can be
 * had: it is `ready` again.
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
