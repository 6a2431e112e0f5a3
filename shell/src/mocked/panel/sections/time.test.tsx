import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { anaInvitesBianca, renderSection } from '../testing/render-section';
import { Time } from './time';

const button = (name: string) => screen.getByRole('button', { name });

test('stops the clock, and lets it go on as fast as it went', async () => {
  const { overview } = await renderSection(<Time />);
  expect(screen.getByText('10:40:00')).toBeVisible();

  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Speed' }), '×5');
  await waitFor(async () => expect((await overview()).rate).toBe(5));
  await userEvent.click(button('Pause'));
  await waitFor(async () => expect((await overview()).rate).toBe(0));
  await waitFor(() => expect(button('Pause')).toHaveAttribute('aria-pressed', 'true'));
  await userEvent.click(button('Pause'));
  await waitFor(async () => expect((await overview()).rate).toBe(5));
});

test('moves the clock by a second', async () => {
  await renderSection(<Time />);
  await userEvent.click(button('Step 1 s'));
  expect(await screen.findByText('10:40:01')).toBeVisible();
});

test('goes to three seconds before the deadline, and says why where there is none', async () => {
  const { control } = await renderSection(<Time />);
  expect(button('3 s before the deadline')).toHaveAccessibleDescription('No invitation waits for an answer.');

  await anaInvitesBianca(control);
  await userEvent.click(button('Step 1 s'));
  await waitFor(() => expect(button('3 s before the deadline')).toBeEnabled());
  await waitFor(() => expect(button('3 s before the deadline')).not.toHaveAttribute('aria-disabled'));
  await userEvent.click(button('3 s before the deadline'));
  expect(await screen.findByText('10:40:27')).toBeVisible();
  expect(button('3 s before the deadline')).toHaveAccessibleDescription('The deadline is nearer than that.');
});
