import type { HostActions } from '@baton/contracts';
import { aTransfer, axeViolations } from '@baton/module-kit/testing';
import { heard, hostWithConversation, interaction, moveToColleague, open } from '../testing/open-window';

type ConversationActions = NonNullable<HostActions['conversation']>;

const withActions = (...conversation: ConversationActions) => hostWithConversation({}, { actions: { conversation } });

test('an action of the host is the last button of the header, and is about the conversation shown', async () => {
  const performed: unknown[] = [];
  const host = withActions({ id: 'crm.case', label: 'Open case', perform: (about) => performed.push(about) });
  const { getByRole, user, container } = await open(host);
  const names = [...getByRole('group', { name: 'Conversation actions' }).querySelectorAll('button')];
  expect(names.map((button) => button.ariaLabel ?? button.textContent)).toEqual([
    'Find in conversation',
    'Details',
    'Transfer',
    'Transfer to a favourite',
    'End',
    'Open case',
  ]);
  await user.click(getByRole('button', { name: 'Open case' }));
  expect(performed).toEqual([{ interactionId: interaction.id }]);
  expect(await axeViolations(container)).toEqual([]);
});

test('says why it cannot be done, and follows the desktop', async () => {
  const performed: unknown[] = [];
  const host = withActions({
    id: 'crm.case',
    label: 'Open case',
    enabled: ({ interactionId }) =>
      host.desktop.getState().interactions[interactionId]?.state === 'ended' || 'Not before the conversation has ended',
    perform: (about) => performed.push(about),
  });
  const { getByRole, user } = await open(host);
  const button = getByRole('button', { name: 'Open case' });
  expect(button).toHaveAttribute('aria-disabled', 'true');
  expect(button).toHaveAccessibleDescription('Not before the conversation has ended');
  await user.click(button);
  expect(performed).toEqual([]);
  host.setState({ interactions: { [interaction.id]: { ...interaction, state: 'ended' } } });
  expect(button).not.toHaveAttribute('aria-disabled');
  await user.click(button);
  expect(performed).toHaveLength(1);
});

test('is over with the conversation, as Baton’s own are', async () => {
  const host = withActions({ id: 'crm.case', label: 'Open case', perform: () => undefined });
  const { getByRole } = await open(host);
  moveToColleague(host, aTransfer());
  const button = getByRole('button', { name: 'Open case' });
  expect(button).toHaveAttribute('aria-disabled', 'true');
  expect(button).toHaveAccessibleDescription(/owns this conversation now/);
});

test('is asked once more when it is pressed: what it depends on may be unknown to the desktop', async () => {
  const performed: unknown[] = [];
  let answer: true | string = true;
  const host = withActions({
    id: 'crm.case',
    label: 'Open case',
    enabled: () => answer,
    perform: (about) => performed.push(about),
  });
  const { getByRole, user } = await open(host);
  answer = 'The case is open already';
  await user.click(getByRole('button', { name: 'Open case' }));
  expect(performed).toEqual([]);
  expect(heard(host)).toEqual(['The case is open already']);
});
