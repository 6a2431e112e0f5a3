import { createAgentStorage } from './storage';

afterEach(() => localStorage.clear());

test('what is kept for one agent is neither read nor removed for another', () => {
  const ids = ['ana', 'ana.b', 'ana%2Eb', 'ana.b.c', 'ana%', '%', '.'];
  for (const id of ids) createAgentStorage(id).set('b.draft', id);
  for (const id of ids) {
    expect(createAgentStorage(id).get('b.draft')).toBe(id);
    createAgentStorage(id).clear();
    expect(createAgentStorage(id).get('b.draft')).toBeUndefined();
  }
});

test('removing everything leaves what is not ours', () => {
  localStorage.setItem('banner', 'of the host');
  const storage = createAgentStorage('ana');
  storage.set('draft', 'half a sentence');
  storage.clear();
  expect(Object.keys(localStorage)).toEqual(['banner']);
});
