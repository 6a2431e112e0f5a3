import type { EventBus } from '@baton/contracts';
import { LoadError } from '../modules/load-state';
import type { DeclaredIntents } from '../modules/manifest';
import { createPanels } from '../modules/panel';

/** Panels as `baton.panel` gives them, of modules that declare this; what is not declared does not load. */
export function createTestPanels(
  bus: EventBus,
  declared: Readonly<Record<string, DeclaredIntents>>,
): ReturnType<typeof createPanels> {
  const intentsOf = (module: string) => declared[module];
  return createPanels(
    {
      bus,
      loader: { intentsOf, describe: (module) => Promise.resolve(intentsOf(module)) },
      load: (module) => Promise.resolve({ ok: false, error: new LoadError(module, 'manifest', 'There is none.') }),
    },
    new AbortController().signal,
  );
}
