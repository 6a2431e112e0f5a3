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

test.each(['', 'null', '{"theme":"pink"}', '[1]', '{'])('what cannot be read counts as nothing: %s', (kept) => {
  localStorage.setItem('baton.preferences', kept);
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
