import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Fault } from './module-server';

/** A newer build of a module, as a deployment leaves it: other names, another container, other hashes. */
export interface SecondBuild {
  version: string;
  /** Answers with the new files; the old ones stay where they are, or are gone. */
  deploy(old: 'kept' | 'deleted'): Fault;
}

/** Makes one of what is built: the same code under another identity. */
export function secondBuildOf(module: string): SecondBuild {
  const folder = join('dist/modules', module);
  const version = '0.1.1';
  const manifest: { container: string; entry: { file: string }; code: { file: string }[] } = JSON.parse(
    readFileSync(join(folder, 'baton-module.json'), 'utf8'),
  );
  const container = `${manifest.container}_second`;
  const chunks = readdirSync(folder).filter((file) => file.endsWith('.js') && file !== manifest.entry.file);
  const renamed = new Map(
    chunks.map((file) => [file, file.replace(/[0-9a-f](?=[0-9a-f]{7}\.js$)/, (digit) => (digit === 'f' ? '0' : 'f'))]),
  );

  const files = new Map<string, string>();
  for (const file of chunks) files.set(renamed.get(file) ?? file, read(file).replaceAll(manifest.container, container));
  let entry = read(manifest.entry.file).replaceAll(manifest.container, container);
  for (const [before, after] of renamed) {
    // The entry makes a chunk's name of its parts, and lists the whole of it beside its hash.
    entry = entry
      .replaceAll(hashIn(before), hashIn(after))
      .replaceAll(integrity(read(before)), integrity(files.get(after) ?? ''));
  }
  const entryFile = manifest.entry.file.replace('remoteEntry.', 'remoteEntry.second.');
  files.set(entryFile, entry);
  const listed = (file: string) => ({ file, integrity: integrity(files.get(file) ?? '') });
  const secondManifest = {
    ...manifest,
    version,
    build: 'second',
    container,
    entry: listed(entryFile),
    code: manifest.code.map(({ file }) => listed(renamed.get(file) ?? file)),
  };

  function read(file: string): string {
    return readFileSync(join(folder, file), 'utf8');
  }

  return {
    version,
    deploy: (old) => (kind, response, _, url) => {
      const file = url.split('/').at(-1)?.split('?')[0] ?? '';
      const text = kind === 'manifest' ? JSON.stringify(secondManifest) : files.get(file);
      if (text === undefined) {
        if (old === 'kept') return false;
        response.writeHead(404).end();
        return true;
      }
      response
        .writeHead(200, { 'Content-Type': kind === 'manifest' ? 'application/json' : 'text/javascript' })
        .end(text);
      return true;
    },
  };
}

function hashIn(file: string): string {
  return /[0-9a-f]{8}(?=\.js$)/.exec(file)?.[0] ?? file;
}

function integrity(text: string): string {
  return `sha384-${createHash('sha384').update(text).digest('base64')}`;
}
