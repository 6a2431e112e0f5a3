import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeRoutingBackend } from '@baton/adapter-kit/testing';
import { createInMemoryWorld } from './in-memory-world';

describeRoutingBackend('A product in memory', () => createInMemoryWorld());

test('a whole adapter fits on a page', () => {
  const lines = readFileSync(join(__dirname, 'in-memory-backend.ts'), 'utf8').trimEnd().split('\n');
  expect(lines.length).toBeLessThanOrEqual(80);
});
