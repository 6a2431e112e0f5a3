import { createAgentStorage } from './storage';

afterEach(() => localStorage.clear());

test('entries of one agent are neither read nor removed for another', () => {
  const ids = ['ana', 'ana.b', 'ana%2Eb', 'ana.b.c', 'ana%', '%', '.'];
  for (const id of ids) createAgentStorage(id).set('b.draft', id);
  for (const id of ids) {
    expect(createAgentStorage(id).get('b.draft')).toBe(id);
    const { keys, remove } = createAgentStorage(id);
    expect(keys()).toEqual(['b.draft']);
    remove('b.draft');
    expect(createAgentStorage(id).get('b.draft')).toBeUndefined();
  }
});

test('entries of a full storage can be read and removed', () => {
  createAgentStorage('ana').set('draft', 'half a sentence');
  const full = jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('Full', 'QuotaExceededError');
  });
  const { get, set, keys, remove } = createAgentStorage('ana');
  set('draft', 'half a sentence, and more');
  expect(get('draft')).toBe('half a sentence');
  remove('draft');
  expect(keys()).toEqual([]);
  full.mockRestore();
});

test('a storage that may not be read is replaced by one that lasts as long as the page', () => {
  const refused = jest.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
    throw new DOMException('Refused', 'SecurityError');
  });
  createAgentStorage('ana').set('draft', 'half a sentence');
  expect(createAgentStorage('ana').get('draft')).toBe('half a sentence');
  createAgentStorage('ana').remove('draft');
  refused.mockRestore();
});

test('other keys of the storage are not listed, and their changes not reported', () => {
  localStorage.setItem('banner', 'of the host');
  const storage = createAgentStorage('ana');
  storage.set('draft', 'half a sentence');
  expect(storage.keys()).toEqual(['draft']);
  const heard: (string | undefined)[] = [];
  const stop = storage.watch((key) => heard.push(key));
  const change = (key: string | null) => window.dispatchEvent(new StorageEvent('storage', { key }));
  for (const key of ['banner', 'baton.ana.draft', 'baton.bob.draft', null]) change(key);
  stop();
  change('baton.ana.draft');
  expect(heard).toEqual(['draft', undefined]);
});
