import type { KeyValueStorage } from '@baton/contracts';
import { readDraft, takeOrphans, writeDraft } from './drafts';

function memory(): KeyValueStorage & { size(): number } {
  const kept = new Map<string, string>();
  return {
    get: (key) => kept.get(key),
    set: (key, value) => void kept.set(key, value),
    remove: (key) => void kept.delete(key),
    watch: () => () => undefined,
    size: () => kept.size,
  };
}
const draft = (interactionId: string, text: string) => ({ interactionId, customer: 'Jo Demo', text });

test('a draft is kept per interaction', () => {
  const storage = memory();
  writeDraft(storage, draft('one', 'Hello'));
  writeDraft(storage, draft('two', 'Good morning'));
  expect([readDraft(storage, 'one'), readDraft(storage, 'two'), readDraft(storage, 'three')]).toEqual([
    'Hello',
    'Good morning',
    '',
  ]);
});

test('an empty draft is forgotten', () => {
  const storage = memory();
  writeDraft(storage, draft('one', 'Hello'));
  writeDraft(storage, draft('one', ''));
  expect(readDraft(storage, 'one')).toBe('');
  expect(takeOrphans(storage, () => false)).toEqual([]);
});

test('SW-10 drafts of interactions that are gone are taken out once', () => {
  const storage = memory();
  writeDraft(storage, draft('one', 'Hello'));
  writeDraft(storage, draft('two', 'Good morning'));
  writeDraft(storage, draft('three', '  \n'));
  expect(takeOrphans(storage, (id) => id === 'two')).toEqual([draft('one', 'Hello')]);
  expect(takeOrphans(storage, (id) => id === 'two')).toEqual([]);
  expect(readDraft(storage, 'two')).toBe('Good morning');
});

test.each(['no json', '[1]', 'null', '{"one": 7}'])('an index that reads %s holds nothing', (index) => {
  const storage = memory();
  storage.set('drafts', index);
  expect(takeOrphans(storage, () => false)).toEqual([]);
  writeDraft(storage, draft('one', 'Hello'));
  expect(takeOrphans(storage, () => false)).toEqual([draft('one', 'Hello')]);
});
