import { contractVersion } from '@baton/contracts';
import type { ModuleManifest } from '../modules/manifest';

/** A valid manifest of the SMS window. */
export function aManifest(changes: Partial<ModuleManifest> = {}): ModuleManifest {
  return {
    name: 'sms-window',
    version: '0.1.0',
    build: 'b1',
    contract: `^${contractVersion}`,
    intents: { answers: ['transfer.start'], renewWhen: 'noActiveInteraction' },
    container: 'baton_sms_window_b1',
    entry: { file: 'remoteEntry.js', integrity: `sha384-${'a'.repeat(64)}` },
    code: [],
    ...changes,
  };
}
