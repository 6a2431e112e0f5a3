import { act, waitFor, within } from '@testing-library/react';

import { aMessage, anInteraction, aRefusal, axeViolations, capabilities, testStart } from '@baton/module-kit/testing';
import type { EarlierInteraction, Message, Result } from '@baton/contracts';
import { hostWithConversation, interaction, open } from '../testing/open-window';

const hour = 3_600_000;
const startedAt = testStart - 600_000;

const earlier = (id: string, hoursAgo: number, changes: Partial<EarlierInteraction> = {}): EarlierInteraction => ({
  id,
  startedAt: startedAt - (hoursAgo + 1) * hour,
  endedAt: startedAt - hoursAgo * hour,
  agent: { id: 'bianca', name: 'Bianca Okafor' },
  subject: `About ${id}`,
  ...changes,
});

const said = (id: string): Message[] => [
  aMessage({ index: 0, at: startedAt - hour, text: `Question of ${id}` }),
  aMessage({ index: 1, at: startedAt - hour, text: `Thanks for ${id}` }),
];

async function openWindow(interactions: EarlierInteraction[], able = true, refusal?: Result<never>) {
  const host = hostWithConversation({
    interactions: [anInteraction({ startedAt })],
    capabilities: capabilities({ earlierInteractions: able }),
    conversations: { [interaction.id]: { messages: [aMessage({ text: 'Said now' })], earlier: false } },
  });
  const asked: unknown[] = [];
  const screen = await open({
    ...host,
    reads: {
      ...host.reads,
      earlierInteractions(query) {
        asked.push(query);
        if (refusal) return Promise.resolve(refusal);
        const from = interactions.findIndex(({ id }) => id === query.before) + 1;
        const page = interactions.slice(from, from + 2);
        return Promise.resolve({ ok: true, value: { interactions: page, more: interactions.length > from + 2 } });
      },
      messages: ({ interactionId }) =>
        Promise.resolve({ ok: true, value: { interactionId, messages: said(interactionId), earlier: false } }),
    },
  });
  const openDetails = async () => {
    await screen.user.click(screen.getByRole('button', { name: 'Details' }));
    return screen.findByRole('group', { name: 'Details' });
  };
  return { ...screen, host, asked, openDetails };
}

test('K2-9 Details list what the customer wrote before; one opens where it stands, and nothing can be done with it', async () => {
  const { asked, container, findByRole, findByText, getByRole, openDetails, user } = await openWindow([
    earlier('the invoice', 50, { note: 'Has moved', disposition: 'Explained' }),
    earlier('the parcel', 90),
    earlier('the price', 500),
  ]);
  await openDetails();
  const list = await findByRole('group', { name: 'Earlier conversations' });
  const names = () =>
    within(list)
      .getAllByRole('button')
      .map(({ textContent }) => textContent);
  expect(names()).toEqual([
    expect.stringMatching(/^About the invoice.*Bianca Okafor.*Explained$/),
    expect.stringMatching(/^About the parcel/),
    'Show more',
  ]);
  const invoice = getByRole('button', { name: /^About the invoice/ });
  expect(invoice).toHaveAttribute('aria-expanded', 'false');
  await user.click(invoice);
  expect(await findByText('Thanks for the invoice')).toBeVisible();
  expect(within(list).getByText('Has moved')).toBeVisible();
  expect(invoice).toHaveAttribute('aria-expanded', 'true');
  await user.click(getByRole('button', { name: 'Show more' }));
  expect(await findByRole('button', { name: /^About the price/ })).toBeVisible();
  expect(asked).toEqual([
    { interactionId: interaction.id, limit: 10 },
    { interactionId: interaction.id, limit: 10, before: 'the parcel' },
  ]);
  expect(await axeViolations(container)).toEqual([]);
});

test('K2-9 texts of the 24 hours before stand above the conversation, and are not read out', async () => {
  const { findByText, getByText, getByRole, host, queryByText } = await openWindow([
    earlier('this morning', 23),
    earlier('last week', 25),
  ]);
  expect(queryByText('Question of this morning')).toBeNull();
  act(() => host.clock.advance(500));
  const text = await findByText('Question of this morning');
  expect(getByText(/^Earlier conversation with Bianca Okafor, ended/)).toBeVisible();
  expect(text.compareDocumentPosition(getByText('Said now'))).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  expect(text.closest('[aria-live]')).toHaveAttribute('aria-live', 'off');
  expect(getByRole('log')).toContainElement(text);
  expect(queryByText('Question of last week')).toBeNull();
});

test('capability earlierInteractions off: a backend without them is not asked', async () => {
  const { asked, host, openDetails, queryByRole } = await openWindow([earlier('x', 1)], false);
  await openDetails();
  act(() => host.clock.advance(1000));
  expect(asked).toEqual([]);
  expect(queryByRole('group', { name: 'Earlier conversations' })).toBeNull();
});

test('earlier conversations that could not be read are asked for again', async () => {
  const refusal = aRefusal({ code: 'backend_unavailable', retryable: true, retryAfterMs: 1000 });
  const { asked, findByText, getByRole, openDetails, user } = await openWindow([], true, refusal);
  await openDetails();
  await findByText('Earlier conversations did not load');
  const before = asked.length;
  await user.click(getByRole('button', { name: 'Try again' }));
  expect(asked).toHaveLength(before + 1);
});

test('earlier conversations that the agent may not see are not missed', async () => {
  const refusal = aRefusal({ code: 'forbidden', retryable: false });
  const { asked, openDetails } = await openWindow([], true, refusal);
  const details = await openDetails();
  await waitFor(() => expect(details.querySelector('[aria-busy]')).toBeNull());
  expect(asked).not.toEqual([]);
  expect(within(details).queryByText(/did not load/)).toBeNull();
});

test('without a connection nothing is said of earlier conversations that did not come', async () => {
  const refusal = aRefusal({ code: 'backend_unavailable', retryable: true, retryAfterMs: 1000 });
  const { findByText, host, openDetails, queryByText } = await openWindow([], true, refusal);
  await openDetails();
  await findByText('Earlier conversations did not load');
  host.setState({ connection: { state: 'connectionLost', since: testStart } });
  expect(queryByText('Earlier conversations did not load')).toBeNull();
  host.setState({ connection: { state: 'live' } });
  expect(queryByText('Earlier conversations did not load')).toBeVisible();
});
