import { createPreferences, defaultPreferences } from './preferences';

afterEach(() => localStorage.clear());

test('what an agent has set stays for the next visit', () => {
  createPreferences().set({ theme: 'dark' });
  createPreferences().set({ volume: 0 });
  expect(createPreferences().get()).toEqual({ ...defaultPreferences, theme: 'dark', volume: 0 });
});

test('what the host gives goes before it, until the agent sets it anew', () => {
  createPreferences().set({ theme: 'dark', density: 'compact' });
  const preferences = createPreferences({ theme: 'light' });
  expect(preferences.get()).toMatchObject({ theme: 'light', density: 'compact' });
  preferences.set({ theme: 'contrast-dark' });
  expect(preferences.get().theme).toBe('contrast-dark');
});

test('windows hear of each other, and none overwrites what another has set', () => {
  const [here, there] = [createPreferences({ density: 'compact' }), createPreferences()];
  here.set({ timeToAnswer: 5 });
  there.set({ theme: 'dark' });
  window.dispatchEvent(new StorageEvent('storage', { key: 'baton.preferences.theme', newValue: '"dark"' }));
  expect(here.get()).toMatchObject({ timeToAnswer: 5, theme: 'dark', density: 'compact' });
  expect(createPreferences().get()).toMatchObject({ timeToAnswer: 5, theme: 'dark' });
});

test('nothing is heard after the end', () => {
  const closing = new AbortController();
  const preferences = createPreferences({}, closing.signal);
  closing.abort();
  window.dispatchEvent(new StorageEvent('storage', { key: 'baton.preferences.theme', newValue: '"dark"' }));
  expect(preferences.get()).toEqual(defaultPreferences);
});

test.each(['', 'null', '"pink"', '[1]', '{'])('what cannot be read counts as nothing: %s', (kept) => {
  localStorage.setItem('baton.preferences.theme', kept);
  expect(createPreferences().get()).toEqual(defaultPreferences);
});

test('changes are told until nobody listens', () => {
  const preferences = createPreferences();
  const listener = jest.fn();
  const stop = preferences.subscribe(listener);
  preferences.set({ sounds: false });
  stop();
  preferences.set({ sounds: true });
  expect(listener).toHaveBeenCalledTimes(1);
});
