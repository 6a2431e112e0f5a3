import { createPreferences, defaultPreferences } from './preferences';

afterEach(() => localStorage.clear());

test('preferences are kept for the next visit', () => {
  createPreferences().set({ theme: 'dark' });
  createPreferences().set({ volume: 0 });
  expect(createPreferences().get()).toEqual({ ...defaultPreferences, theme: 'dark', volume: 0 });
});

test('the host’s value overrides the stored one, until the agent sets it again', () => {
  createPreferences().set({ theme: 'dark', density: 'compact' });
  const preferences = createPreferences({ theme: 'light' });
  expect(preferences.get()).toMatchObject({ theme: 'light', density: 'compact' });
  preferences.set({ theme: 'contrast-dark' });
  expect(preferences.get().theme).toBe('contrast-dark');
});

test('windows follow each other’s changes, and do not overwrite them', () => {
  const [here, there] = [createPreferences({ density: 'compact' }), createPreferences()];
  here.set({ timeToAnswer: 5 });
  there.set({ theme: 'dark' });
  window.dispatchEvent(new StorageEvent('storage', { key: 'baton.preferences.theme', newValue: '"dark"' }));
  expect(here.get()).toMatchObject({ timeToAnswer: 5, theme: 'dark', density: 'compact' });
  expect(createPreferences().get()).toMatchObject({ timeToAnswer: 5, theme: 'dark' });
});

test('other windows are not followed after the end', () => {
  const closing = new AbortController();
  const preferences = createPreferences({}, closing.signal);
  closing.abort();
  window.dispatchEvent(new StorageEvent('storage', { key: 'baton.preferences.theme', newValue: '"dark"' }));
  expect(preferences.get()).toEqual(defaultPreferences);
});

test.each(['', 'null', '"pink"', '[1]', '{'])('a malformed value counts as none: %s', (kept) => {
  localStorage.setItem('baton.preferences.theme', kept);
  expect(createPreferences().get()).toEqual(defaultPreferences);
});

test('subscribers are called until they unsubscribe', () => {
  const preferences = createPreferences();
  const listener = jest.fn();
  const stop = preferences.subscribe(listener);
  preferences.set({ sounds: false });
  stop();
  preferences.set({ sounds: true });
  expect(listener).toHaveBeenCalledTimes(1);
});
