import { capabilities } from '@baton/module-kit/testing';
import type { BackendCapabilities } from '@baton/contracts';
import { aHost, opened } from './testing/open-panel';

/** The panel, opened for a transfer, with a backend that can do everything but this. */
function openedWith(able: Partial<BackendCapabilities>) {
  const host = aHost({ state: { capabilities: capabilities(able) } });
  host.directory.favouriteTargets = [{ kind: 'agent', id: 'amir', name: 'Amir Demo' }];
  host.directory.recentTargets = [{ kind: 'queue', id: 'billing', name: 'Billing' }];
  return opened(host);
}

type Opened = Awaited<ReturnType<typeof openedWith>>;

const sections = ({ screen }: Opened) =>
  ['Favourites', 'Recent', 'Everyone'].filter((name) => screen.queryByRole('rowgroup', { name }) !== null);

test('capability favourites off: there is no list of them, and no action that makes one', async () => {
  const without = await openedWith({ favourites: false });
  expect(sections(without)).toEqual(['Recent', 'Everyone']);
  await without.user.click(await without.row(/^Bianca/));
  expect(without.screen.getByRole('menu')).not.toHaveTextContent('favourites');
  await without.screen.unmount();

  const having = await openedWith({});
  expect(sections(having)).toEqual(['Favourites', 'Recent', 'Everyone']);
  await having.user.click(await having.row(/^Bianca/));
  expect(having.screen.getByRole('menuitem', { name: 'Add to favourites' })).toBeVisible();
});

test('capability recents off: there is no list of them, and none is added', async () => {
  const choose = async ({ host, screen, user, row }: Opened) => {
    await user.click(await row(/^Bianca/));
    await user.click(screen.getByRole('menuitem', { name: /SMS transfer/ }));
    return host.commands.inputsOf('addRecent').length;
  };
  const without = await openedWith({ recents: false });
  expect(sections(without)).toEqual(['Favourites', 'Everyone']);
  expect(await choose(without)).toBe(0);
  await without.screen.unmount();

  const having = await openedWith({});
  expect(sections(having)).toEqual(['Favourites', 'Recent', 'Everyone']);
  expect(await choose(having)).toBe(1);
});

describe('capability targetKinds off', () => {
  test('some of them: the filter and the lists have the others only', async () => {
    const { screen, rowNames } = await openedWith({ targetKinds: ['queue', 'skill'] });
    const filters = screen.getAllByRole('radio').map((radio) => radio.parentElement?.textContent?.replace(/\d+$/, ''));
    expect(filters).toEqual(['All', 'Can take it now', 'Skills', 'Queues']);
    expect(rowNames()).toEqual(['Billing']);
  });
});
