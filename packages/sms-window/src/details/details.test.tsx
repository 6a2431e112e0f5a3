import { act } from '@testing-library/react';
import { aMessage, anInteraction, axeViolations, renderInHost, testStart } from '@baton/module-kit/testing';
import type { Interaction } from '@baton/contracts';
import * as smsWindow from '../index';
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
  const facts = () => factsIn(screen.getByRole('group', { name: 'Details' }));
  return { ...screen, host, button, facts };
}

const factsIn = (details: HTMLElement) =>
  [...details.querySelectorAll('dt')].map(({ textContent, nextSibling }) => [textContent, nextSibling?.textContent]);

test('K2-1 Details are closed at first, and opened and closed by their button', async () => {
  const { button, container, findByRole, focused, queryByRole, user } = await openDetails();
  expect(button()).toHaveAttribute('aria-expanded', 'false');
  expect(queryByRole('group', { name: 'Details' })).toBeNull();
  await user.click(button());
  expect(await findByRole('group', { name: 'Details' })).toBeVisible();
  expect(button()).toHaveAttribute('aria-expanded', 'true');
  expect(focused()).toBe(button());
  expect(await axeViolations(container)).toEqual([]);
  await user.keyboard('{Enter}');
  expect(queryByRole('group', { name: 'Details' })).toBeNull();
});

test('K2-2 they say each fact that is known, and the handling time goes on', async () => {
  const { button, facts, findAllByRole, host, user } = await openDetails();
  await user.click(button());
  await findAllByRole('term');
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
  const { button, facts, findAllByRole, user } = await openDetails({ ...bare, contact: { id: 'contact-1' } });
  await user.click(button());
  await findAllByRole('term');
  const labels = facts().map(([label]) => label);
  for (const label of ['Number', 'Queue', 'Segment', 'Priority']) expect(labels).not.toContain(label);
});

test('K2-6 of the case data they show what the host has chosen, in its order and format, with links', async () => {
  const caseData = { amount: 34.5, order: 'A 48213', secret: 'not chosen' };
  const host = hostWithConversation(
    { interactions: [anInteraction({ caseData, language: 'de' })] },
    {
      caseData: {
        details: [
          { key: 'order', label: 'Order', link: 'https://crm.example/orders/{value}' },
          { key: 'amount', label: 'Amount', format: { currency: 'GBP' } },
          { key: 'contract', label: 'Contract' },
        ],
      },
    },
  );
  const { user, findByRole, getByRole } = await open(host);
  await user.click(getByRole('button', { name: 'Details' }));
  expect(factsIn(await findByRole('group', { name: 'Case data' }))).toEqual([
    ['Order', 'A 48213'],
    ['Amount', '£34.50'],
  ]);
  expect(Object.fromEntries(factsIn(getByRole('group', { name: 'Details' })))).toMatchObject({ Language: 'German' });
  await user.click(getByRole('link', { name: 'A 48213' }));
  expect(host.adapters.visited).toEqual(['https://crm.example/orders/A%2048213']);
});

test('K2-3 they stay open when another conversation comes to the front', async () => {
  const { button, facts, findAllByRole, host, user } = await openDetails();
  await user.click(button());
  await findAllByRole('term');
  activate(host, { interactionId: 'interaction-2', focus: false });
  expect(Object.fromEntries(facts())).toMatchObject({ Segment: 'Silver' });
  activate(host, { interactionId: interaction.id, focus: false });
  expect(button()).toHaveAttribute('aria-expanded', 'true');
});

describe('the view `details`', () => {
  /** A window, and beside it the view in a place of the host. */
  async function openBeside() {
    const window = await openDetails();
    const view = await renderInHost(smsWindow, window.host, { view: 'details' });
    const column = () => view.getByRole('group', { name: 'Details' });
    window.host.clock.advance(1000);
    return { window, view, column };
  }

  test('K2-5 it shows the conversation on screen, and the window offers no Details of its own', async () => {
    const { window, view, column } = await openBeside();
    await view.findAllByRole('term');
    expect(Object.fromEntries(factsIn(column()))).toMatchObject({ Segment: 'Gold' });
    expect(window.queryByRole('button', { name: 'Details' })).toBeNull();
    activate(window.host, { interactionId: 'interaction-2', focus: false });
    expect(Object.fromEntries(factsIn(column()))).toMatchObject({ Segment: 'Silver' });
    expect(await axeViolations(view.container)).toEqual([]);
  });

  test('K2-5 the window has Details again when the view has gone', async () => {
    const { window, view } = await openBeside();
    await view.findAllByRole('term');
    await act(async () => view.unmount());
    expect(window.button()).toHaveAttribute('aria-expanded', 'false');
  });

  test('K2-5 it says what it is for while there is no conversation', async () => {
    const { window, view, column } = await openBeside();
    await view.findAllByRole('term');
    activate(window.host, { interactionId: null, focus: false });
    expect(column()).toHaveTextContent('You see here what is known of the conversation on screen.');
    expect(view.queryByRole('term')).toBeNull();
  });

  test('K2-5 it keeps the conversation for as long as its window says who has taken it over', async () => {
    const { window, view, column } = await openBeside();
    await view.findAllByRole('term');
    // The window still shows what has left the desktop.
    act(() => window.host.bus.emit('window.shown', { interactionId: interaction.id }));
    window.host.setState(({ interactions }) => {
      const { [interaction.id]: _gone, ...rest } = interactions;
      return { interactions: rest };
    });
    act(() => window.host.bus.emit('window.shown', { interactionId: interaction.id }));
    expect(Object.fromEntries(factsIn(column()))).toMatchObject({ Segment: 'Gold' });
    act(() => window.host.bus.emit('window.shown', { interactionId: 'interaction-2' }));
    expect(Object.fromEntries(factsIn(column()))).toMatchObject({ Segment: 'Silver' });
  });
});
