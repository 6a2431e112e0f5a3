import { useRef } from 'react';
import { act, cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createTestHost, createTestPanels } from '@baton/host-kit/testing';
import type { Layout } from './use-layout';
import { teamState, useTeamPlace } from './use-team-place';

/** What Team Communicator's manifest says. */
const declared = {
  answers: ['target.pick', 'team.open', 'team.close'],
  panel: { open: 'team.open', close: 'team.close', openedBy: ['target.pick'] },
} as const;

function open(layout: Layout) {
  const { bus, clock } = createTestHost({ act: (change) => act(change) });
  const baton = { panel: createTestPanels(bus, { 'team-communicator': declared }) };
  function Places({ layout: now }: { layout: Layout }) {
    const root = useRef<HTMLDivElement>(null);
    const conversation = useRef<HTMLElement>(null);
    const team = useTeamPlace(baton, root, conversation, now);
    return (
      <div ref={root} data-testid="root" data-layout={now} data-team={teamState(team.open)}>
        <main ref={conversation}>
          <textarea />
        </main>
      </div>
    );
  }
  const { rerender } = render(<Places layout={layout} />);
  const panel = (isOpen: boolean) => act(() => bus.emit('panel.changed', { panel: 'team-communicator', open: isOpen }));
  /** Team Communicator's code has come. */
  const come = () =>
    act(async () => {
      bus.respond('team.open', () => panel(true));
      bus.respond('team.close', () => panel(false));
    });
  return {
    come,
    ask: () => act(() => void bus.request('team.open', {}).catch(() => undefined)),
    write: () => userEvent.type(screen.getByRole('textbox'), 'One moment'),
    openConversation: (focus: boolean) => act(() => bus.emit('interaction.active', { interactionId: 'i1', focus })),
    become: (next: Layout) => rerender(<Places layout={next} />),
    fail: () => act(() => bus.emit('module.failed', { module: 'team-communicator', reference: 'a1' })),
    giveUp: async () => {
      clock.advance(5000);
      await act(async () => undefined);
    },
    place: () => screen.getByTestId('root').getAttribute('data-team'),
  };
}

describe.each(['narrow', 'medium'] as const)('%s: Team Communicator covers something', (layout) => {
  test('it opens when the agent asks, also when it comes late and they wait for it', async () => {
    const { ask, come, place } = open(layout);
    ask();
    await come();
    expect(place()).toBe('open');
  });

  test('late, it covers nothing while the agent writes on, and opens when it is asked for again', async () => {
    const { ask, come, write, place } = open(layout);
    ask();
    await write();
    await come();
    expect(place()).toBe('closed');
    ask();
    expect(place()).toBe('open');
  });
});

test('beside the conversation it opens however late it is', async () => {
  const { ask, come, write, place } = open('wide');
  ask();
  await write();
  await come();
  expect(place()).toBe('open');
});

test('narrow: it makes way for a conversation that the agent opens, not for one that comes to the front by itself', async () => {
  const { ask, come, openConversation, place } = open('narrow');
  await come();
  ask();
  openConversation(false);
  expect(place()).toBe('open');
  openConversation(true);
  expect(place()).toBe('closed');
});

test('a window that becomes narrow shows the conversation that is being written in', async () => {
  const { ask, come, write, become, place } = open('wide');
  await come();
  ask();
  await write();
  become('medium');
  expect(place()).toBe('open');
  become('narrow');
  expect(place()).toBe('closed');
});

test('a window that becomes narrow shows Team Communicator when nothing is being written', async () => {
  const { ask, come, become, place } = open('wide');
  await come();
  ask();
  become('narrow');
  expect(place()).toBe('open');
});

test('its card has a place when it crashes while it is open, and when it does not come though it is asked for', async () => {
  const crashing = open('wide');
  await crashing.come();
  crashing.ask();
  crashing.fail();
  expect(crashing.place()).toBe('open');
  cleanup();
  const missing = open('wide');
  missing.fail();
  expect(missing.place()).toBe('closed');
  missing.ask();
  await missing.giveUp();
  expect(missing.place()).toBe('open');
});
