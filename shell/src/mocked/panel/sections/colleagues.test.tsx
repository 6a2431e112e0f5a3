import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderSection } from '../testing/render-section';
import { Colleagues } from './colleagues';

const bianca = () => within(screen.getByRole('group', { name: 'Bianca Okafor' }));

test('a colleague declines with a reason, after a time', async () => {
  const { overview } = await renderSection(<Colleagues />);
  await userEvent.selectOptions(bianca().getByRole('combobox', { name: 'Invited' }), 'Declines');
  await userEvent.selectOptions(await bianca().findByRole('combobox', { name: 'Reason' }), 'Busy');
  await waitFor(() => expect(bianca().getByRole('combobox', { name: 'Reason' })).toHaveValue('busy'));
  const after = bianca().getByRole('spinbutton', { name: 'After, s' });
  await userEvent.clear(after);
  await userEvent.type(after, '28{Enter}');
  await waitFor(async () =>
    expect((await overview()).colleagues).toEqual([
      { agentId: 'bianca', answer: 'decline', reason: 'busy', afterMs: 28_000 },
    ]),
  );
});

test('a colleague signs in, and is Ready or not', async () => {
  const { overview } = await renderSection(<Colleagues />);
  const farid = () => within(screen.getByRole('group', { name: 'Farid Nasser' }));
  await userEvent.click(farid().getByRole('button', { name: 'Sign in' }));
  const ready = await farid().findByRole('button', { name: 'Ready for SMS', pressed: true });
  await userEvent.click(ready);
  expect(await farid().findByRole('button', { name: 'Ready for SMS', pressed: false })).toBeVisible();
  expect((await overview()).agents).toContainEqual(
    expect.objectContaining({ id: 'farid', signedIn: true, sms: 'notReady' }),
  );
});

test('only an answer has a time, and only declining has a reason', async () => {
  await renderSection(<Colleagues />);
  await userEvent.selectOptions(bianca().getByRole('combobox', { name: 'Invited' }), 'Asks for more time');
  expect(await bianca().findByRole('spinbutton', { name: 'After, s' })).toHaveValue(3);
  expect(bianca().queryByRole('combobox', { name: 'Reason' })).toBeNull();
  await userEvent.selectOptions(bianca().getByRole('combobox', { name: 'Invited' }), 'Does not answer');
  await waitFor(() => expect(bianca().queryByRole('spinbutton')).toBeNull());
});

test('the agent whose desktop this is answers by hand', async () => {
  await renderSection(<Colleagues />);
  expect(screen.queryByRole('group', { name: 'Ana Ruiz' })).toBeNull();
});
