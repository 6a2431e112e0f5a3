import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkChangesets } from '../../scripts/lint/changesets.js';

const folder = mkdtempSync(join(tmpdir(), 'baton-changesets-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('a changeset says what a host has to do', () => {
  writeFileSync(join(folder, 'README.md'), 'About changesets.');
  writeFileSync(join(folder, 'good.md'), "---\n'@baton/host-kit': patch\n---\n\nFaster.\n\nHost action: none\n");
  writeFileSync(join(folder, 'silent.md'), "---\n'@baton/host-kit': major\n---\n\nOther options.\n");
  writeFileSync(join(folder, 'empty.md'), "---\n'@baton/host-kit': major\n---\n\nHost action:\n");
  expect(checkChangesets(folder)).toEqual([
    '.changeset/empty.md: lacks the line "Host action: …". Say what a host has to do, if only "none".',
    '.changeset/silent.md: lacks the line "Host action: …". Say what a host has to do, if only "none".',
  ]);
});

test('ours do', () => {
  expect(checkChangesets(join(__dirname, '../../.changeset'))).toEqual([]);
});
