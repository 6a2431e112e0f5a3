import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(__dirname, '../..');

/** What must not be in product code, one file each, and the rule that refuses it. */
const FORBIDDEN = {
  'any.ts': ['export const x: any = 1;', 'no-explicit-any'],
  'non-null.ts': ['export const x = (y?: string) => y!.length;', 'no-non-null-assertion'],
  'floating.ts': ['export function x() { Promise.resolve(1); }', 'no-floating-promises'],
  'clock.ts': ['export const x = Date.now();', 'no-restricted-properties'],
  'random.ts': ['export const x = Math.random();', 'no-restricted-properties'],
  'timer.ts': ['setTimeout(() => undefined, 1);', 'no-restricted-globals'],
  'performance.ts': ['export const x = performance.now();', 'no-restricted-properties'],
  'realm.ts': ['export const x = (y: unknown) => y instanceof HTMLElement;', 'no-restricted-globals'],
  'event.ts': ['export const x = (y: Event) => y instanceof KeyboardEvent;', 'no-restricted-globals'],
  'danger.tsx': [
    'export const X = ({ html }: { html: string }) => <p dangerouslySetInnerHTML={{ __html: html }} />;',
    'no-danger',
  ],
  'hooks.tsx': [
    "import { useState } from 'react';\nexport function X(p: { a: boolean }) { if (p.a) useState(1); return null; }",
    'rules-of-hooks',
  ],
  'deps.tsx': [
    "import { useEffect } from 'react';\nexport function X(p: { a: () => void }) { useEffect(() => p.a(), []); return null; }",
    'exhaustive-deps',
  ],
  'alt.tsx': ['export const X = () => <img src="x.png" />;', 'alt-text'],
  'Cased_Name.ts': ['export const x = 1;', 'filename-case'],
  'built-in.ts': ["export { join } from 'path';", 'prefer-node-protocol'],
  'expression.ts': ['export const x = function () {};', 'func-style'],
  'long.ts': ['\n'.repeat(400) + 'export const x = 1;', 'max-lines'],
  'it.test.ts': ["it('does', () => expect(1).toBe(1));", 'consistent-test-it'],
  'twice.test.ts': [
    "test('does', () => expect(1).toBe(1));\ntest('does', () => expect(1).toBe(1));",
    'no-identical-title',
  ],
  'cycle-a.ts': ["import { b } from './cycle-b';\nexport const a = () => b;", 'no-cycle'],
  'cycle-b.ts': ["import { a } from './cycle-a';\nexport const b = () => a;", 'no-cycle'],
  'type-cycle-a.ts': ["import type { B } from './type-cycle-b';\nexport type A = B[];", 'no-cycle'],
  'type-cycle-b.ts': ["import type { A } from './type-cycle-a';\nexport type B = { a: A };", 'no-cycle'],
} as const;

let house: string;
let findings: { code: string; filename: string }[];

beforeAll(() => {
  house = mkdtempSync(join(tmpdir(), 'baton-oxlint-'));
  const room = join(house, 'packages/room/src');
  mkdirSync(room, { recursive: true });
  for (const file of ['.oxlintrc.json', 'tsconfig.json']) copyFileSync(join(root, file), join(house, file));
  symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'));
  for (const [name, [source]] of Object.entries(FORBIDDEN)) writeFileSync(join(room, name), `${source}\n`);
  writeFileSync(join(room, 'system-clock.ts'), 'export const now = () => Date.now();\n');
  writeFileSync(join(room, 'a.test.ts'), 'export const now = () => Date.now();\n');
  const { stdout } = spawnSync(
    process.execPath,
    [join(root, 'node_modules/oxlint/bin/oxlint'), '--format=json', 'packages'],
    { cwd: house, encoding: 'utf8' },
  );
  ({ diagnostics: findings } = JSON.parse(stdout));
});

afterAll(() => rmSync(house, { recursive: true }));

test.each(Object.entries(FORBIDDEN))('%s is refused', (name, [, rule]) => {
  const rules = findings.filter(({ filename }) => filename.endsWith(`/${name}`)).map(({ code }) => code);
  expect(rules).toContainEqual(expect.stringContaining(rule));
});

test.each(['system-clock.ts', 'a.test.ts'])('%s may read the clock', (name) => {
  expect(findings.filter(({ filename }) => filename.endsWith(`/${name}`))).toEqual([]);
});
