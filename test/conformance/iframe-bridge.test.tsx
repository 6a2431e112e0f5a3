import { platforms } from '@baton/contracts';
import { FrameMessage } from '@baton/contracts/bridge';
import type { ShortcutOverrides } from '@baton/contracts';
import { bindings, matches } from '@baton/ui';
import * as fc from 'fast-check';
import * as v from 'valibot';
import { keyBindings } from '../../packages/iframe-page/src/key-bindings';
import { isFrameMessage } from '../../packages/iframe/src/frame-message';
import { commandOf } from '../../packages/iframe/src/shortcuts';

/** The parent's library validates and matches by hand, to be small. It has to agree with the shared code. */

const envelope = (type: string, payload: object) => ({ source: 'baton', v: 1, type, id: '1', payload });

/** A message of each kind. */
const messages = [
  envelope('connected', { version: '0.1.0', modules: ['sms-window'] }),
  envelope('refused', { code: 'version', message: 'Take another one.' }),
  envelope('token', {}),
  envelope('token', { refused: 'old' }),
  envelope('fact', { topic: 'attention.changed', payload: { incoming: 1, unread: 0 }, retained: true }),
  envelope('answer', { ok: true }),
  envelope('answer', { ok: false, code: 'timeout', message: 'Too late' }),
  envelope('height', { height: 320 }),
  envelope('shortcuts', { shortcuts: [{ command: 'team.open', presses: ['1001f'] }] }),
  envelope('askPermission', {}),
  envelope('notify', { notification: '1', tag: 'i-1', title: 'SMS transfer', body: 'From Ana', silent: true }),
  envelope('closeNotification', { notification: '1' }),
  envelope('sound', { sound: 'invite', volume: 0.6, once: 'i-1' }),
  envelope('title', { incoming: 1, unread: 0, text: '(1) {title}' }),
  envelope('navigate', { url: 'https://example.com/' }),
  envelope('telemetry', {
    name: 'baton.module.mounted',
    attributes: { module: 'sms-window', version: '1.0.0', durationMs: 120 },
  }),
  envelope('ignored', { why: 'malformed', detail: 'Something', count: 1 }),
];

test('there is a message of each kind', () => {
  const kinds = FrameMessage.options.map((option) => option.entries.type.literal);
  expect(new Set(messages.map(({ type }) => type))).toEqual(new Set(kinds));
});

test.each(messages)('the parent takes what the schemas take: $type', (message) => {
  expect(v.safeParse(FrameMessage, message).issues).toBeUndefined();
  expect(isFrameMessage(message)).toBe(true);
});

test('the parent takes nothing that is not an envelope of this version and a known kind', () => {
  const nearly = fc.record(
    {
      source: fc.constantFrom('baton', 'other', 7),
      v: fc.constantFrom(1, 2, '1'),
      type: fc.oneof(fc.constantFrom('height', 'fact', 'toString', '__proto__', 'constructor'), fc.string()),
      id: fc.oneof(fc.string(), fc.integer()),
      payload: fc.anything(),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.oneof(nearly, fc.anything()), (data) => {
      if (!isFrameMessage(data)) return;
      expect(data.source).toBe('baton');
      expect(messages.map(({ type }) => type)).toContain(data.type);
      expect(typeof data.payload).toBe('object');
    }),
    { numRuns: 2000 },
  );
});

const keys = ['a', 'A', 'f', 'F', 'T', 'Å', 'Ф', 'Dead', '?', '/', 'F6', 'Enter', 'n', 'é'];
const codes = ['KeyA', 'KeyF', 'KeyT', 'KeyQ', 'Slash', 'F6', 'Enter', 'KeyN', 'KeyE', ''];
/** Keys without a character write their own name, on every layout. */
const place = fc
  .record({ key: fc.constantFrom(...keys), code: fc.constantFrom(...codes) })
  .filter(({ key, code }) => key === code || !['F6', 'Enter'].includes(code));
const held = fc.record({
  altKey: fc.boolean(),
  ctrlKey: fc.boolean(),
  metaKey: fc.boolean(),
  shiftKey: fc.boolean(),
  altGraph: fc.boolean(),
});
const press = fc.tuple(place, held).map(([one, other]) => ({ ...one, ...other }));
const overrides = fc.constantFrom<ShortcutOverrides>(
  {},
  { 'team.open': 'Control+Alt+/' },
  { 'team.open': null, 'preview.accept': 'F6' },
  { 'transfer.start': 'Meta+é' },
);

test('a key press gives the same command in the parent as in the modules', () => {
  fc.assert(
    fc.property(press, overrides, fc.constantFrom(...platforms), ({ altGraph, ...rest }, own, platform) => {
      const event = {
        ...rest,
        defaultPrevented: false,
        isComposing: false,
        repeat: false,
        composedPath: () => [],
        getModifierState: (name: string) => altGraph && name === 'AltGraph',
      };
      const ofModules = bindings({ shortcuts: own, platform }).filter(({ scope }) => scope !== 'shell');
      const expected = ofModules.find(
        ({ keys: combination }) => combination !== null && !altGraph && matches(event, combination),
      )?.id;
      expect(
        commandOf(event as unknown as KeyboardEvent, keyBindings({ shortcuts: own, platform }, true), platform),
      ).toBe(expected);
    }),
    { numRuns: 5000 },
  );
});

test('switched off, no key does anything', () => {
  expect(keyBindings({}, false)).toEqual([]);
});
