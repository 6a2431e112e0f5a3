import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { checkLayers } from '../../scripts/lint/layers.js';

/** A house with the rooms of ours, in which one file imports one thing. */
let house: string;

beforeAll(() => {
  house = mkdtempSync(join(tmpdir(), 'baton-layers-'));
  write('package.json', JSON.stringify({ devDependencies: { 'fast-check': '4' } }));
  for (const room of [
    'contracts',
    'runtime',
    'event-bus',
    'desktop',
    'routing',
    'module-kit',
    'team-communicator',
    'sms-window',
    'notifications',
    'host-kit',
    'ui',
  ]) {
    write(
      `packages/${room}/package.json`,
      JSON.stringify({
        exports: { '.': '', './testing': '', './texts': '' },
        dependencies: {
          react: '19',
          valibot: '1',
          '@baton/contracts': '1',
          '@baton/ui': '1',
          '@baton/desktop': '1',
          '@baton/module-kit': '1',
          '@baton/event-bus': '1',
        },
      }),
    );
  }
  write('shell/package.json', JSON.stringify({ exports: {}, dependencies: { '@baton/host-kit': '1' } }));
  write(
    'mocks/package.json',
    JSON.stringify({ exports: { '.': '', './browser': '' }, dependencies: { '@baton/contracts': '1' } }),
  );
});

afterAll(() => rmSync(house, { recursive: true }));

function write(path: string, text: string) {
  mkdirSync(dirname(join(house, path)), { recursive: true });
  writeFileSync(join(house, path), text);
}

function check(path: string, source: string) {
  write(path, source);
  return checkLayers(house, [join(house, path)]);
}

describe('forbidden', () => {
  test.each([
    [
      'one module, another',
      'packages/sms-window/src/a.ts',
      "import { x } from '@baton/notifications'",
      /not below sms-window/,
    ],
    [
      'one module, another, in a test',
      'packages/sms-window/src/a.test.ts',
      "import { x } from '@baton/notifications'",
      /not below sms-window/,
    ],
    [
      'a module, the routing client',
      'packages/notifications/src/a.ts',
      "export * from '@baton/routing'",
      /not below notifications/,
    ],
    [
      'a module, the host kit',
      'packages/team-communicator/src/a.tsx',
      "const x = <p id='x'>{import('@baton/host-kit')}</p>",
      /not below team-communicator/,
    ],
    [
      'a module, the types of another',
      'packages/sms-window/src/a.ts',
      "type X = import('@baton/notifications').X",
      /not below sms-window/,
    ],
    ['product code, the mocks', 'packages/routing/src/a.ts', "import '@baton/mocks'", /not below routing/],
    ['the live shell, the mocks', 'shell/src/main.ts', "import '@baton/mocks/browser'", /not below shell/],
    [
      'the lowest room, a higher one',
      'packages/contracts/src/a.ts',
      "import type { X } from '@baton/desktop'",
      /may import no other room/,
    ],
    [
      'what may import types alone, code',
      'packages/runtime/src/a.ts',
      "import { contractVersion } from '@baton/contracts'",
      /not below runtime/,
    ],
    ['host-kit, the widgets', 'packages/host-kit/src/a.ts', "import { Button } from '@baton/ui'", /not below host-kit/],
    ['host-kit, React at once', 'packages/host-kit/src/a.ts', "import { useState } from 'react'", /free of React/],
    [
      'product code, the test host',
      'packages/sms-window/src/a.ts',
      "import { x } from '@baton/module-kit/testing'",
      /for tests only/,
    ],
    ['a deep import', 'packages/sms-window/src/a.ts', "import { x } from '@baton/ui/src/button'", /deep import/],
    [
      'a relative way out of the room',
      'packages/sms-window/src/a.ts',
      "import { x } from '../../ui/src/button'",
      /leaves sms-window/,
    ],
    [
      'an undeclared dependency',
      'packages/sms-window/src/a.ts',
      "import valibot from 'lodash'",
      /not among the dependencies/,
    ],
    [
      'a test library in product code',
      'packages/sms-window/src/a.ts',
      "import fc from 'fast-check'",
      /not among the dependencies/,
    ],
    [
      'node in the browser',
      'packages/sms-window/src/a.ts',
      "import { readFileSync } from 'node:fs'",
      /exists in node only/,
    ],
  ])('%s', (_, path, source, reason) => {
    expect(check(path, source)).toEqual([expect.stringMatching(reason)]);
  });
});

describe('allowed', () => {
  test.each([
    [
      'a module, the rooms below it',
      'packages/sms-window/src/a.ts',
      "import '@baton/module-kit'; import '@baton/ui/texts'; import type {} from '@baton/contracts'",
    ],
    [
      'what may import types alone, types',
      'packages/runtime/src/a.ts',
      "import type { Clock } from '@baton/contracts'; import { type X } from '@baton/contracts'",
    ],
    ['host-kit, React when it is needed', 'packages/host-kit/src/a.ts', "const react = () => import('react')"],
    ['the React entry of host-kit', 'packages/host-kit/src/react/a.tsx', "import { useState } from 'react'"],
    ["shell's mock entry, the mocks", 'shell/src/main-mocked.ts', "import '@baton/mocks/browser'"],
    [
      'a test, mocks and test host',
      'packages/sms-window/src/a.test.tsx',
      "import '@baton/mocks'; import '@baton/module-kit/testing'; import fc from 'fast-check'",
    ],
    ['a file beside', 'packages/sms-window/src/view/a.ts', "import '../b'"],
  ])('%s', (_, path, source) => {
    expect(check(path, source)).toEqual([]);
  });
});
