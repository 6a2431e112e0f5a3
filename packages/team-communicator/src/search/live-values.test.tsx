import { aTarget, renderInHost, testStart } from '@baton/module-kit/testing';
import { act, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Profiler } from 'react';
import { catalogue } from '../messages';
import { Highlighted } from '../results/highlighted';
import { TeamCommunicator } from '../team-communicator';
import { aHost } from '../testing/open-panel';

// Each row draws its name once each time that it renders.
jest.mock('../results/highlighted', () => ({
  Highlighted: jest.fn(jest.requireActual('../results/highlighted').Highlighted),
}));

/** Ready since just now. */
const ready = (id: string, name: string) =>
  aTarget({ id, name, version: 2, presence: { state: 'ready', since: testStart } });

async function open() {
  const host = aHost();
  const subscribed = jest.spyOn(host.desktop.targets, 'subscribe');
  const commits = jest.fn();
  const screen = await renderInHost(
    <Profiler id="team" onRender={commits}>
      <TeamCommunicator />
    </Profiler>,
    host,
    { catalogue },
  );
  await act(async () => void host.bus.request('team.open', {}));
  await screen.findByRole('grid');
  commits.mockClear();
  jest.mocked(Highlighted).mockClear();
  return {
    host,
    screen,
    subscribed,
    commits,
    drawn: () => jest.mocked(Highlighted).mock.calls.map(([{ name }]) => name),
  };
}

test('listens to the targets that it shows, until it closes', async () => {
  const { host, subscribed } = await open();
  const keys = new Set(subscribed.mock.calls.flatMap(([all]) => all));
  expect([...keys].toSorted()).toEqual(['agent:amir', 'agent:bianca', 'agent:carla', 'agent:dora', 'queue:billing']);
  const read = jest.spyOn(host.desktop.targets, 'get');
  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(host.bus.retained('panel.changed')).toMatchObject({ open: false }));
  host.tellTargets(ready('amir', 'Amir Demo'));
  expect(read).not.toHaveBeenCalled();
});

test('renders nothing when another target changes', async () => {
  const { host, commits } = await open();
  host.tellTargets(ready('zoe', 'Zoe Demo'));
  expect(commits).not.toHaveBeenCalled();
});

test('renders the row of a target that changes, and no other row', async () => {
  const { host, screen, drawn } = await open();
  host.tellTargets(ready('amir', 'Amir Demo'), ready('zoe', 'Zoe Demo'));
  expect(screen.getByRole('row', { name: 'Amir Demo, Agent, Ready, 0 s' })).toBeInTheDocument();
  expect(drawn()).toEqual(['Amir Demo']);
});
