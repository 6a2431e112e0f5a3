import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderSection } from '../testing/render-section';
import { Floor } from './floor';

test('makes the directory larger, and lets presences change', async () => {
  const { overview } = await renderSection(<Floor />);
  const before = (await overview()).directorySize;
  const size = screen.getByRole('spinbutton', { name: 'Targets in the directory' });
  expect(size).toHaveValue(before);
  await userEvent.clear(size);
  await userEvent.type(size, '500{Enter}');
  await waitFor(async () => expect((await overview()).directorySize).toBe(500));

  const traffic = screen.getByRole('spinbutton', { name: 'Presence changes a second' });
  await userEvent.clear(traffic);
  await userEvent.type(traffic, '20{Enter}');
  await waitFor(async () => expect((await overview()).presenceTraffic).toBe(20));
});

test('what is out of bounds stays, with the bounds beside it, and changes nothing', async () => {
  const { overview } = await renderSection(<Floor />);
  const traffic = screen.getByRole('spinbutton', { name: 'Presence changes a second' });
  await userEvent.clear(traffic);
  await userEvent.type(traffic, '5000{Enter}');
  expect(traffic).toHaveValue(5000);
  expect(traffic).toBeInvalid();
  expect(traffic).toHaveAccessibleDescription('A whole number from 0 to 1,000');
  expect((await overview()).presenceTraffic).toBe(0);
  await userEvent.type(traffic, '{Escape}');
  expect(traffic).toHaveValue(0);
  expect(traffic).toBeValid();
});

test('writes to all agents, with the priority that was chosen', async () => {
  const { control } = await renderSection(<Floor />);
  await control.perform({ agentId: 'ana', command: { commandId: 'command-1', type: 'signIn', ready: true } });
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Priority' }), 'high');
  const text = screen.getByRole('textbox', { name: 'Message' });
  await userEvent.clear(text);
  expect(screen.getByRole('button', { name: 'Send' })).toHaveAttribute('aria-disabled', 'true');
  await userEvent.type(text, 'Demo data: look here');
  await userEvent.click(screen.getByRole('button', { name: 'Send' }));
  const notice = { kind: 'broadcast', text: 'Demo data: look here', priority: 'high' };
  await waitFor(async () => {
    const { play } = await control.happened();
    expect(play.map(([, action]) => action)).toContainEqual(
      expect.objectContaining({ kind: 'notice', notice: expect.objectContaining(notice) }),
    );
  });
});
