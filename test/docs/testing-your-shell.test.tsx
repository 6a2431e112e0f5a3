/** @jest-environment jest-fixed-jsdom */
import { createBaton, openSession, ownCode, selectors } from '@baton/host-kit';
import type { Baton, LifecycleProps } from '@baton/host-kit';
import { ModuleOutlet } from '@baton/host-kit/react';
import { createManualClock } from '@baton/contracts/testing';
import { createControl, startContactCentre } from '@baton/mocks';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { setupServer } from 'msw/node';
import { useSyncExternalStore } from 'react';

// Your shell. A real one passes `modules`, the addresses of Baton's modules; in jest they are not loaded.

const conversation = 'sms-1001';

/** A module of the shell's own: what the customer has written last, and a button that transfers to Bianca. */
const notes = {
  intents: { answers: [] },
  bootstrap: async () => undefined,
  async mount({ domElement, context }: LifecycleProps) {
    const text = document.createElement('p');
    const button = document.createElement('button');
    button.textContent = 'Transfer to Bianca';
    button.onclick = () => {
      const target = { kind: 'agent', id: 'bianca', name: 'Bianca Okafor' } as const;
      void context.commands.startTransfer({ interactionId: conversation, target });
    };
    const show = () => {
      const written = selectors.conversationOf(context.desktop.getState(), conversation).messages;
      text.textContent = written.flatMap((message) => (message.kind === 'customer' ? message.text : [])).at(-1) ?? '';
    };
    context.desktop.subscribe(show);
    show();
    domElement?.append(text, button);
  },
  unmount: async () => undefined,
};

function Banner({ baton }: { baton: Baton }) {
  const { subscribe, getState } = baton.context.desktop;
  const transfer = selectors.transferOf(useSyncExternalStore(subscribe, getState), conversation);
  if (transfer?.state === 'pending') return <p role="status">Waiting for {transfer.target.name}</p>;
  if (transfer?.state === 'declined') {
    return (
      <p role="status">
        {transfer.target.name} declined: {transfer.reason}
      </p>
    );
  }
  return null;
}

function Shell({ baton }: { baton: Baton }) {
  return (
    <>
      <Banner baton={baton} />
      <ModuleOutlet baton={baton} module="notes" label="Notes" />
    </>
  );
}

// Its test

const address = 'https://routing.example/';
const clock = createManualClock(Date.UTC(2026, 2, 2, 9));
const centre = startContactCentre({ base: { scenario: 'default' } }, { clock });
const server = setupServer(...centre.handlers);
// From here on fetch reaches the contact centre.
server.listen();
const control = createControl(fetch, address);
let baton: Baton | undefined;

afterEach(() => {
  cleanup();
  baton?.close();
});
afterAll(() => {
  centre.close();
  server.close();
});

test('the shell says why a colleague has declined', async () => {
  // Bianca is at work, and declines every invitation five seconds after it arrives.
  await control.perform({ agentId: 'bianca', command: { type: 'signIn', commandId: 'bianca-1', ready: true } });
  await control.setColleague({ agentId: 'bianca', answer: 'decline', reason: 'busy', afterMs: 5000 });

  const session = await openSession({ baseUrl: address, ready: true, fetch, clock }, 'ana');
  if (!session.ok) throw new Error(session.error.message);
  baton = createBaton({ ...session.value, modules: {}, code: ownCode({ notes }), clock });
  render(<Shell baton={baton} />);

  fireEvent.click(await screen.findByText('Transfer to Bianca'));
  await screen.findByText('Waiting for Bianca Okafor');

  await act(() => control.customerWrites({ interactionId: conversation, text: 'Are you still there?' }));
  await screen.findByText('Are you still there?');

  act(() => clock.advance(5000));
  await screen.findByText('Bianca Okafor declined: busy');
});
