import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { indexes } from '../../scripts/generate/states.js';
import { scenariosPage, statesPage } from '../../scripts/generate/reference/situations';
import { scenarios } from '../../mocks/scenarios';
import { stateGroups, states } from '../../mocks/states';
import { parts as notifications } from '../../packages/notifications/src/parts';
import { parts as smsWindow } from '../../packages/sms-window/src/parts';
import { parts as teamCommunicator } from '../../packages/team-communicator/src/parts';
import { widgetParts } from '../../packages/ui/src/parts';

const root = join(__dirname, '../..');

test.each([
  ['states.md', statesPage],
  ['scenarios.md', scenariosPage],
])('docs/%s says what the code says', (name, page) => {
  const file = join(root, 'docs', name);
  const text = `<!-- Written from the sources by test/docs/situations.test.ts: npm run generate -- documents -->\n${page()}`;
  if (process.env['UPDATE'] === '1') writeFileSync(file, text);
  expect(readFileSync(file, 'utf8')).toBe(text);
});

test('the index of each folder of states has every file of it', () => {
  for (const [file, text] of indexes()) expect([file, readFileSync(file, 'utf8')]).toEqual([file, text]);
});

test('each folder of states is a group, and each file in it has the id of its state', () => {
  const folders = Object.fromEntries(
    [...indexes()].map(([file, text]) => [
      /(\w[\w-]*)\/index\.ts$/.exec(file)?.[1],
      Array.from(text.matchAll(/'\.\/(.+)'/g), ([, id]) => id),
    ]),
  );
  const groups = Object.fromEntries(
    stateGroups.map(({ id, states: ofGroup }) => [id, ofGroup.map((state) => state.id).toSorted()]),
  );
  expect(groups).toEqual(folders);
});

const tables: Record<string, object> = {
  notifications: { ...notifications, ...widgetParts },
  'sms-window': { ...smsWindow, ...widgetParts },
  'team-communicator': { ...teamCommunicator, ...widgetParts },
};

test('steps name parts that modules promise', () => {
  const named = states.flatMap(({ steps = [] }) =>
    steps.flatMap((step) => Object.values(step).filter((value) => typeof value === 'string')),
  );
  const unknown = named.flatMap((value) => {
    const [place = '', ...names] = value.split(' ');
    const table = tables[place];
    return table === undefined ? [] : names.filter((name) => !(name in table)).map((name) => `${place} ${name}`);
  });
  expect(unknown).toEqual([]);
});

test.each([...states, ...scenarios].map(({ id, title, description }) => ({ id, title, description })))(
  '$id says plainly who does what',
  ({ title, description }) => {
    expect(`${title} ${description}`).not.toMatch(/\b(?:whoever|whatever|nobody|somebody)\b/i);
    expect(title).not.toMatch(/\.$/);
    expect(description).toMatch(/\.$/);
  },
);
