import type { TargetPage } from '@baton/contracts';
import { createKnownTargets } from './known-targets';

const targets = (...ids: readonly string[]): TargetPage['targets'] =>
  ids.map((id) => ({ kind: 'skill', id, name: id, address: id, version: 1, sms: { available: 'unknown' } }));

test('an agent knows what reads have given, until they have no windows', () => {
  const known = createKnownTargets();
  known.add('ana', targets('a', 'b'));
  known.add('bianca', targets('c'));
  known.begin('ana');
  expect(known.listeners().get('ana')).toEqual(new Set(['skill:a', 'skill:b']));
  known.forget('ana');
  expect([...known.listeners().keys()]).toEqual(['bianca']);
});

test('of more than ten thousand targets those are known that a read has given last', () => {
  const known = createKnownTargets();
  const ids = Array.from({ length: 10_000 }, (_, number) => `${number}`);
  known.add('ana', targets(...ids));
  known.add('ana', targets('0', 'new'));
  const keys = known.listeners().get('ana');
  if (keys === undefined || keys === 'all') throw new Error('Expected keys');
  expect([keys.size, keys.has('skill:new'), keys.has('skill:0'), keys.has('skill:1')]).toEqual([
    10_000,
    true,
    true,
    false,
  ]);
});

test('windows from before a restart hear of everything, until one of them takes a snapshot', () => {
  const known = createKnownTargets(['ana']);
  known.add('ana', targets('a'));
  expect(known.listeners().get('ana')).toBe('all');
  known.begin('ana');
  known.add('ana', targets('b'));
  expect(known.listeners().get('ana')).toEqual(new Set(['skill:b']));
});
