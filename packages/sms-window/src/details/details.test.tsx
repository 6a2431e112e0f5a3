import { act } from '@testing-library/react';
import { aMessage, anInteraction, axeViolations, testStart } from '@baton/module-kit/testing';
import type { Interaction } from '@baton/contracts';
import { activate, hostWithConversation, interaction, open } from '../testing/open-window';

const known: Partial<Interaction> = {
  queue: { id: 'billing', name: 'Billing' },
  segment: 'Gold',
  priority: 'high',
  startedAt: testStart - 600_000,
  assignedAt: testStart - 300_000,
};

async function openDetails(first = anInteraction(known)) {
  const second = anInteraction({ id: 'interaction-2', segment: 'Silver' });
  const waiting = { messages: [aMessage({ at: testStart - 120_000 })], earlier: false };
  const host = hostWithConversation({ interactions: [first, second], conversations: { [first.id]: waiting } });
  const screen = await open(host);
  const button = () => screen.getByRole('button', { name: 'Details' });
  const facts = () =>
    [...screen.getByRole('group', { name: 'Details' }).querySelectorAll('dt')].map(({ textContent, nextSibling }) => [
      textContent,
      nextSibling?.textContent,
    ]);
  return { ...screen, host, button, facts };
}

test('K2-1 Details are closed at first, and opened and closed by their button', async () => {
  const { button, container, findByRole, focused, queryByRole, user } = await openDetails();
  expect(button()).toHaveAttribute('aria-expanded', 'false');
  expect(queryByRole('group', { name: 'Details' })).toBeNull();
  await user.click(button());
  await findByRole('group', { name: 'Details' });
  expect(button()).toHaveAttribute('aria-expanded', 'true');
  expect(focused()).toBe(button());
  expect(await axeViolations(container)).toEqual([]);
  await user.keyboard('{Enter}');
  expect(queryByRole('group', { name: 'Details' })).toBeNull();
});

test('K2-2 they say each fact that is known, and the handling time goes on', async () => {
  const { button, facts, findByRole, host, user } = await openDetails();
  await user.click(button());
  await findByRole('group', { name: 'Details' });
  expect(Object.fromEntries(facts())).toMatchObject({
    Queue: 'Billing',
    Segment: 'Gold',
    Priority: 'High priority',
    'Handling time': '5 min',
    'Customer waits': '2 min',
  });
  act(() => host.clock.advance(60_000));
  expect(Object.fromEntries(facts())).toMatchObject({ 'Handling time': '6 min' });
});

test('K2-2 what is not known has no line', async () => {
  const { queue: _queue, segment: _segment, priority: _priority, ...bare } = anInteraction();
  const { button, facts, findByRole, user } = await openDetails({ ...bare, contact: { id: 'contact-1' } });
  await user.click(button());
  await findByRole('group', { name: 'Details' });
  const labels = facts().map(([label]) => label);
  for (const label of ['Number', 'Queue', 'Segment', 'Priority']) expect(labels).not.toContain(label);
});

test('K2-3 they stay open when another conversation comes to the front', async () => {
  const { button, facts, findByRole, host, user } = await openDetails();
  await user.click(button());
  await findByRole('group', { name: 'Details' });
  activate(host, { interactionId: 'interaction-2', focus: false });
  expect(Object.fromEntries(facts())).toMatchObject({ Segment: 'Silver' });
  activate(host, { interactionId: interaction.id, focus: false });
  expect(button()).toHaveAttribute('aria-expanded', 'true');
});
