import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BusIntents } from '@baton/contracts';
import { findFiles } from '../../scripts/common/files.js';
import { rooms } from '../../scripts/generate/reference/bus';

const root = join(__dirname, '../..');
const kinds = new Map<string, keyof BusIntents>([
  ['emit', 'emits'],
  ['on', 'listens'],
  ['retained', 'listens'],
  ['request', 'asks'],
  ['respond', 'answers'],
  ['useRetained', 'listens'],
]);
/** What hooks of module-kit listen to for the module that calls them. */
const hooks = new Map([['useOnLeave', 'session.ending']]);

test.each(Object.keys(rooms))('what %s declares is what its code says and hears', (room) => {
  const found: Record<keyof BusIntents, Set<string>> = {
    emits: new Set(),
    listens: new Set(),
    asks: new Set(),
    answers: new Set(),
  };
  const sources = findFiles(root, [`packages/${room}/src`], /(?<!\.test)\.tsx?$/).filter(
    (path) => !path.includes('testing'),
  );
  for (const source of sources) {
    const code = readFileSync(source, 'utf8');
    for (const [hook, topic] of hooks) if (code.includes(`${hook}(`)) found.listens.add(topic);
    for (const [, method = '', argument = ''] of code.matchAll(/\b(?:bus\s*\.|(?=useRetained\())(\w+)\(([^,)]*)/g)) {
      const kind = kinds.get(method);
      if (kind === undefined) continue;
      for (const [, topic = ''] of argument.matchAll(/'([\w.]+)'/g)) found[kind].add(topic);
    }
  }
  for (const kind of ['emits', 'listens', 'asks', 'answers'] as const) {
    expect([kind, ...found[kind]].sort()).toEqual([kind, ...(rooms[room]?.intents[kind] ?? [])].sort());
  }
});
