import { act, fireEvent } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type {
  DesktopState,
  Facts,
  Interaction,
  InteractionTransfer,
  Message,
  PendingTransfer,
  Requests,
  TargetPick,
} from '@baton/contracts';
import {
  aMessage,
  anInteraction,
  aReply,
  byId,
  createTestHost,
  demoColleague,
  renderInHost,
  testStart,
} from '@baton/module-kit/testing';
import type { InHost, TestHost, TestHostOptions } from '@baton/module-kit/testing';
import * as smsWindow from '../index';
import './browser-gaps';

export const interaction = anInteraction();
export const messages: readonly Message[] = [aMessage(), aReply()];

/** A host with one conversation, which is in front. */
export function hostWithConversation(
  {
    interactions = [interaction],
    ...state
  }: Omit<Partial<DesktopState>, 'interactions'> & { interactions?: readonly Interaction[] } = {},
  options: Omit<TestHostOptions, 'state'> = {},
): TestHost {
  const host = createTestHost({
    ...options,
    state: {
      interactions: byId(...interactions),
      conversations: { [interaction.id]: { messages, earlier: false } },
      ...state,
    },
  });
  host.bus.emit('interaction.active', { interactionId: interaction.id, focus: false });
  return host;
}

/** Mounts the module, with a person at the keyboard. */
export async function open(
  host: TestHost,
): Promise<InHost & { user: ReturnType<typeof userEvent.setup>; composer: HTMLElement }> {
  const screen = await renderInHost(smsWindow, host);
  const composer = screen.queryByRole('textbox') ?? screen.container;
  return { ...screen, composer, user: userEvent.setup() };
}

/** Puts a text into the composer in one go, as a paste does. */
export function fill(composer: HTMLElement, text: string): void {
  fireEvent.change(composer, { target: { value: text } });
}

export function activate(host: TestHost, fact: Facts['interaction.active']): void {
  act(() => host.bus.emit('interaction.active', fact));
}

export function setTransfer(host: TestHost, transfer: InteractionTransfer): void {
  host.setState({ shownTransfers: { [transfer.interactionId]: transfer } });
}

/** What the contact centre tells when the colleague has taken the conversation over. */
export function moveToColleague(host: TestHost, transfer: PendingTransfer): void {
  const { id, interactionId, target, by, startedAt, commandId, route } = transfer;
  const accepted: InteractionTransfer = {
    ...{ id, interactionId, target, by, startedAt, commandId, route },
    state: 'accepted',
    version: 9,
    endedAt: testStart,
    acceptedBy: demoColleague,
  };
  host.setState((state) => {
    const { [transfer.interactionId]: _gone, ...interactions } = state.interactions;
    return {
      interactions,
      shownTransfers: { [transfer.interactionId]: accepted },
      departures: {
        [transfer.interactionId]: { why: 'transferred', to: { kind: 'agent', ...demoColleague }, version: 9 },
      },
    };
  });
}

/** Everything said so far. */
export function heard(host: TestHost): string[] {
  return host.adapters.announcements.map(({ text }) => text);
}

/** Stands in for Team Communicator. */
export function answerPicks(host: TestHost) {
  const asked: (Requests['target.pick']['ask'] & {
    signal: AbortSignal;
    answer(pick: TargetPick): Promise<void>;
  })[] = [];
  host.bus.respond(
    'target.pick',
    (ask, { signal }) =>
      new Promise((resolve) => asked.push({ ...ask, signal, answer: (pick) => act(async () => resolve(pick)) })),
  );
  return asked;
}
