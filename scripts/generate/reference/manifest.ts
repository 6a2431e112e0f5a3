import { ModuleManifest } from '../../../packages/host-kit/src/modules/manifest';
import { schemaTable } from './declarations';

/** What a module's server says of the module, from the schema that checks it. */
export function manifestPage(): string {
  return `# baton-module.json

The manifest stands beside a module's files, and every build writes it. Hosts give its address in the option [\`modules\`](create-baton.md#backend); fields that a host-kit does not know are ignored. What it may name, and who checks it: [security](../behaviour/security.md#what-may-run).

${schemaTable('host-kit/src/modules/manifest.ts', 'ModuleManifest', ModuleManifest, 'field')}
`;
}
