import { createBaton } from './baton';
import { fakeBackend, refused } from './testing/fake-backend';

function setUp() {
  const backend = fakeBackend();
  const modules = { 'sms-window': '/modules/sms-window/baton-module.json' };
  const baton = createBaton({ agent: { id: 'ana', name: 'Ana Ruiz' }, backend, modules, code: { load: () => Promise.reject(new Error('no code')) } });
  baton.context.adapters.storage.set('draft', 'half a sentence');
  return { backend, baton, kept: () => baton.context.adapters.storage.get('draft') };
}

afterEach(() => localStorage.clear());

test('signing out forgets what this device kept', async () => {
  const { baton, kept } = setUp();
  expect(await baton.signOut()).toMatchObject({ ok: true });
  expect(kept()).toBeUndefined();
});

test('a sign-out that fails loses nothing', async () => {
  const { backend, baton, kept } = setUp();
  backend.answers.signOut = refused('unknown_outcome');
  expect(await baton.signOut()).toMatchObject({ ok: false, error: { code: 'unknown_outcome' } });
  expect(kept()).toBe('half a sentence');
  baton.close();
});

test('a session that is gone already is forgotten all the same', async () => {
  const { backend, baton, kept } = setUp();
  backend.answers.signOut = refused('unauthenticated');
  await baton.signOut();
  expect(kept()).toBeUndefined();
});
