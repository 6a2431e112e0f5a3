import { expect, test } from './support/host-pages';

const manifest = {
  name: 'notes',
  version: '1.0.0',
  build: 'n1',
  contract: '^0.2.0',
  container: 'baton_notes_n1',
  entry: { file: 'notes.js' },
  code: [],
  intents: {
    answers: ['notes.open', 'notes.close'],
    panel: { open: 'notes.open', close: 'notes.close', openedBy: [] },
  },
};

const entry = `window.baton_notes_n1 = {
  init() {},
  get: () => Promise.resolve(() => ({
    bootstrap: async () => {},
    mount: async ({ domElement, context: { bus } }) => {
      const show = (open) => {
        domElement.textContent = open ? 'Call the garage back' : '';
        bus.emit('panel.changed', { panel: 'notes', open });
      };
      bus.respond('notes.open', () => show(true));
      bus.respond('notes.close', () => show(false));
    },
    unmount: async ({ domElement }) => domElement.replaceChildren(),
  })),
};`;

test("a host's own module is brought by a request of its own topic, and its place is kept", async ({ hosts }) => {
  const asked: string[] = [];
  const page = await hosts.visit('clean', (host) =>
    host.route('**/modules/notes/*', (route) => {
      asked.push(new URL(route.request().url()).pathname);
      return route.request().url().endsWith('.json')
        ? route.fulfill({ json: manifest })
        : route.fulfill({ contentType: 'text/javascript', body: entry });
    }),
  );
  const modules = Object.fromEntries(
    ['sms-window', 'team-communicator', 'notifications', 'notes'].map((name) => [
      name,
      `/modules/${name}/baton-module.json`,
    ]),
  );
  await page.evaluate((options) => window.host.open('ana', options), { modules });
  await page.evaluate(() => {
    const { baton } = window.host;
    if (baton === undefined) throw new Error('The host has not opened.');
    const place = document.body.appendChild(document.createElement('section'));
    place.ariaLabel = 'Notes';
    const notes = baton.panel('notes');
    const show = () => (place.hidden = notes.get() === 'closed');
    show();
    notes.subscribe(show);
    baton.mount(place, { module: 'notes', label: 'Notes', load: 'later' });
    const button = document.body.appendChild(document.createElement('button'));
    button.textContent = 'My notes';
    button.addEventListener('click', () => (notes.get() === 'closed' ? notes.open() : notes.close()));
  });

  const place = page.getByRole('region', { name: 'Notes' });
  await expect(place).toBeHidden();
  await page.getByRole('button', { name: 'My notes' }).click();
  await expect(place).toContainText('Call the garage back');
  await page.getByRole('button', { name: 'My notes' }).click();
  await expect(place).toBeHidden();
  expect(asked).toEqual(['/modules/notes/baton-module.json', '/modules/notes/notes.js']);
});
