import type { Contact } from '@baton/contracts';
import { aContact, anInteraction, axeViolations, createTestHost } from '@baton/module-kit/testing';
import { activate, heard, hostWithConversation, interaction, open } from '../testing/open-window';

const { name: _name, ...nameless } = aContact();
const { address: _address, ...unreachable } = aContact();

const withContact = (contact: Contact) => anInteraction({ contact });
const opened = (contact: Contact) => open(hostWithConversation({ interactions: [withContact(contact)] }));

test.each<[what: string, address: Contact['address'], shown: string]>([
  ['no address', undefined, 'Jo DemoSMS · 4 min'],
  ['a short code', { kind: 'shortCode', value: '60123' }, 'Jo Demo60123 · SMS · 4 min'],
  ["a sender's name", { kind: 'alphanumeric', value: 'BANK' }, 'Jo DemoBANK · SMS · 4 min'],
  [
    'an address as the product writes it',
    { kind: 'whatsapp', value: 'whatsapp:+447700900123' },
    'Jo Demowhatsapp:+447700900123 · SMS · 4 min',
  ],
  [
    'an address as people write it',
    { kind: 'whatsapp', value: 'whatsapp:+447700900123', display: '+44 7700 900123' },
    'Jo Demo+44 7700 900123 · SMS · 4 min',
  ],
  ['a kind of a newer backend', { kind: 'unknown:satellite', value: 'S-12' }, 'Jo DemoS-12 · SMS · 4 min'],
])('the header shows %s', async (_what, address, shown) => {
  const { getByRole, container } = await opened({ ...unreachable, ...(address && { address }) });
  const who = getByRole('heading', { name: 'Jo Demo' }).parentElement;
  expect(who).toHaveTextContent(shown);
  expect(await axeViolations(container)).toEqual([]);
});

test('a number runs from left to right, what is a word as its letters do', async () => {
  const shown = await opened(aContact({ address: { kind: 'phone', value: '+447700900123' } }));
  expect(shown.getByText('+447700900123')).toHaveAttribute('dir', 'ltr');
  const word = await opened(aContact({ address: { kind: 'alphanumeric', value: 'بنك' } }));
  expect(word.getByText('بنك')).toHaveAttribute('dir', 'auto');
});

test('a customer without a name is called "Unknown", wherever the name would stand', async () => {
  const { getByRole, getByText, user, container } = await opened(nameless);
  expect(getByRole('region', { name: 'Unknown' })).toBeVisible();
  expect(getByRole('log', { name: 'Conversation with Unknown' })).toBeVisible();
  expect(getByRole('textbox', { name: 'Message to Unknown' })).toBeVisible();
  await user.click(getByRole('button', { name: 'End' }));
  expect(getByText('Unknown can start a new one by texting again.')).toBeVisible();
  expect(await axeViolations(container)).toEqual([]);
});

test('what comes in from a customer without a name is announced', async () => {
  const host = createTestHost();
  await open(host);
  const unnamed = withContact(nameless);
  host.setState({ interactions: { [interaction.id]: unnamed } });
  activate(host, { interactionId: interaction.id, focus: false });
  expect(heard(host)).toContain('New conversation with Unknown');
});
