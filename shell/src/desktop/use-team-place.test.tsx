import { useRef } from 'react';
import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createTestHost } from '@baton/host-kit/testing';
import type { Layout } from './use-layout';
import { teamState, useTeamPlace } from './use-team-place';

function open(layout: Layout) {
  const { bus } = createTestHost({ act: (change) => act(change) });
  function Places({ layout: now }: { layout: Layout }) {
    const root = useRef<HTMLDivElement>(null);
    const conversation = useRef<HTMLElement>(null);
    const team = useTeamPlace(bus, root, conversation, now);
    return (
      <div ref={root} data-testid="root" data-layout={now} data-team={teamState(team.open)}>
        <main ref={conversation}>
          <textarea />
        </main>
      </div>
    );
  }
  const { rerender } = render(<Places layout={layout} />);
  const panel = (isOpen: boolean) => act(() => bus.emit('panel.changed', { panel: 'teamCommunicator', open: isOpen }));
  /** Team Communicator's code has come. */
  const come = () =>
    act(async () => {
      bus.respond('team.open', () => panel(true));
      bus.respond('team.close', () => panel(false));
    });
  return {
    come,
    ask: () => act(() => void bus.request('team.open', {})),
    write: () => userEvent.type(screen.getByRole('textbox'), 'One moment'),
    openConversation: (focus: boolean) => act(() => bus.emit('interaction.active', { interactionId: 'i1', focus })),
    become: (next: Layout) => rerender(<Places layout={next} />),
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
