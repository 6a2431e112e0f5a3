import { act } from '@testing-library/react';
import type { BackendCapabilities, Target } from '@baton/contracts';
import { aPool, aRefusal, aTarget, anInteraction, byId, capabilities } from '@baton/module-kit/testing';
import { aHost, countAsked, mounted, opened } from './testing/open-panel';

/** A host in front of a contact centre that makes presence known in this way. */
const hostWith = (
  targetAvailability: BackendCapabilities['targetAvailability'],
  targets: readonly Target[] = [aTarget()],
) =>
  aHost({
    targets,
    state: {
      interactions: byId(anInteraction({ queue: { id: 'sales', name: 'Sales' } })),
      capabilities: capabilities({ targetAvailability }),
    },
  });

const whole = ['favourites', 'recents', 'searchTargets'];
const goesOffline = aTarget({
  version: 2,
  presence: { state: 'offline', since: 0 },
  sms: { available: false, reason: 'offline' },
});

/** The panel over lists that were at hand. */
async function warm(host: ReturnType<typeof hostWith>) {
  const asked = countAsked(host);
  const panel = await mounted(host);
  await act(async () => undefined);
  expect(asked()).toEqual(whole);
  await panel.pick();
  /** Lets time pass in steps of 5 s, each with the answers to what was asked in it. */
  async function pass(ms: number) {
    for (let passed = 0; passed < ms; passed += 5_000) await act(async () => host.clock.advance(5_000));
  }
  return { host, asked, pass, ...panel };
}

describe('presence that is pushed', () => {
  test('is live: rows follow, nothing is asked again, and no age is told', async () => {
    const { host, row, asked, pass, screen } = await warm(hostWith('pushed'));
    host.tellTargets(goesOffline);
    expect(await row('Bianca Okafor, Agent, Offline')).toBeInTheDocument();
    await pass(60_000);
    expect(asked()).toEqual([]);
    expect(screen.queryByText(/Last updated/)).toBeNull();
  });
});

describe('presence on request', () => {
  test('is asked for when the panel opens, and every 15 s until it closes', async () => {
    const { asked, pass, user } = await warm(hostWith('onRequest'));
    expect(asked()).toEqual(whole);
    await pass(10_000);
    expect(asked()).toEqual([]);
    await pass(5_000);
    expect(asked()).toEqual(whole);
    await pass(15_000);
    expect(asked()).toEqual(whole);
    await user.keyboard('{Escape}');
    await pass(60_000);
    expect(asked()).toEqual([]);
  });

  test('shows what the newest answer says, and when that was', async () => {
    const { host, pass, row, screen } = await warm(hostWith('onRequest'));
    expect(screen.getByText('Last updated 09:00.')).toBeInTheDocument();
    host.directory.targets = [goesOffline];
    await pass(60_000);
    expect(await row('Bianca Okafor, Agent, Offline')).toBeInTheDocument();
    expect(screen.getByText('Last updated 09:01.')).toBeInTheDocument();
  });

  test('says when beside how many', async () => {
    const { type, screen } = await warm(hostWith('onRequest'));
    await type('bianca');
    expect(await screen.findByText('1 result · Last updated 09:00.')).toBeInTheDocument();
  });

  test('is as old as the oldest list', async () => {
    const host = hostWith('onRequest');
    const { pass, screen } = await warm(host);
    const favourites = await host.reads.favourites({});
    Object.assign(host.reads, { favourites: async () => favourites });
    await pass(60_000);
    expect(screen.getByText('Last updated 09:00.')).toBeInTheDocument();
  });

  test('is called delayed when no answer comes, and is no longer shown after two minutes', async () => {
    const { host, pass, row, screen } = await warm(hostWith('onRequest'));
    host.directory.answer = aRefusal({ retryable: false });
    await pass(30_000);
    expect(screen.queryByText('Status information is delayed')).toBeNull();
    await pass(10_000);
    expect(screen.getByText('Status information is delayed')).toBeInTheDocument();
    expect(screen.getAllByText('Last updated 09:00.')).toHaveLength(1);
    await pass(90_000);
    expect(await row('Bianca Okafor, Agent, Status unknown')).toBeInTheDocument();
  });

  test('keeps a section that could not be asked for anew', async () => {
    const { host, pass, screen } = await warm(hostWith('onRequest'));
    host.directory.answer = aRefusal({ retryable: false });
    await pass(15_000);
    expect(screen.getByText('Favourites')).toBeInTheDocument();
    expect(screen.queryByText('Your favourites did not load')).toBeNull();
  });

  test('is what a word is taken for that this version does not know', async () => {
    const { asked } = await warm(hostWith('unknown:onSubscription'));
    expect(asked()).toEqual(whole);
  });
});

describe('capability targetAvailability off: no presence', () => {
  const people = [
    aTarget({ id: 'zoe', name: 'Zoe Demo' }),
    aTarget({ id: 'amir', name: 'Amir Demo', presence: { state: 'offline', since: 0 } }),
    aTarget({ id: 'carla', name: 'Carla Demo', presence: undefined, sms: { available: 'unknown' } }),
    aPool(),
  ];

  test('leaves rows with name and kind, in the order of names', async () => {
    const { screen } = await opened(hostWith('none', people));
    expect(screen.getAllByRole('row').map((row) => row.getAttribute('aria-label'))).toEqual([
      'Amir Demo, Agent',
      'Billing, Queue',
      'Carla Demo, Agent',
      'Zoe Demo, Agent',
    ]);
    expect(screen.container.querySelector('[part~="presence"]')).toBeNull();
    expect(screen.container.querySelector('[part~="row-offline"]')).toBeNull();
  });

  test('is not asked for, and does not grow old', async () => {
    const { asked, pass, screen, host } = await warm(hostWith('none', people));
    host.setState({ connection: { state: 'connectionLost', since: host.clock.now() } });
    await pass(300_000);
    expect(asked()).toEqual([]);
    expect(screen.queryByText(/Last updated|Status/)).toBeNull();
  });

  test('keeps nobody from being chosen', async () => {
    const { user, screen, picks } = await opened(hostWith('none', people));
    await user.click(screen.getByRole('button', { name: 'Actions for Carla Demo' }));
    await user.click(screen.getByRole('menuitem', { name: 'SMS transfer' }));
    expect(picks).toMatchObject([{ action: 'smsTransfer', target: { id: 'carla' } }]);
  });

  test('but for those of whom the directory itself says why not', async () => {
    const barred = aTarget({ sms: { available: false, reason: 'permission' } });
    const { user, screen, picks } = await opened(hostWith('none', [barred]));
    await user.click(screen.getByRole('button', { name: 'Actions for Bianca Okafor' }));
    await user.click(screen.getByRole('menuitem', { name: /SMS transfer/ }));
    expect(screen.getByText('You do not have permission to transfer to agents')).toBeInTheDocument();
    expect(picks).toEqual([]);
  });
});
