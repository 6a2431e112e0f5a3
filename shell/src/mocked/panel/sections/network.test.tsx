import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderSection } from '../testing/render-section';
import { Network } from './network';

test('sets how long requests take', async () => {
  const { overview } = await renderSection(<Network />);
  const from = screen.getByRole('spinbutton', { name: 'Latency from, ms' });
  await userEvent.clear(from);
  await userEvent.type(from, '400{Enter}');
  await waitFor(async () => expect((await overview()).network.latencyMs).toEqual([400, 400]));
  const to = screen.getByRole('spinbutton', { name: 'to, ms (jitter)' });
  await userEvent.clear(to);
  await userEvent.type(to, '900{Tab}');
  await waitFor(async () => expect((await overview()).network.latencyMs).toEqual([400, 900]));
});

test('lets each command and each read fail or hang, one beside the other', async () => {
  const { overview } = await renderSection(<Network />);
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'startTransfer' }), 'Server error');
  await waitFor(async () => expect((await overview()).network.failures).toHaveLength(1));
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'searchTargets' }), 'No answer');
  await waitFor(async () =>
    expect((await overview()).network.failures).toEqual([
      { operation: 'startTransfer', how: 'error' },
      { operation: 'searchTargets', how: 'hang' },
    ]),
  );
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'startTransfer' }), 'Answered');
  await waitFor(async () =>
    expect((await overview()).network.failures).toEqual([{ operation: 'searchTargets', how: 'hang' }]),
  );
});

test('changes how events arrive, and takes the line away and gives it back', async () => {
  const { overview } = await renderSection(<Network />);
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Event stream' }), 'Muted');
  await waitFor(async () => expect((await overview()).network.stream).toBe('muted'));
  await userEvent.click(screen.getByRole('button', { name: 'Drop streams once' }));

  await userEvent.click(screen.getByRole('checkbox', { name: 'Offline' }));
  await waitFor(() => expect(screen.getByRole('checkbox', { name: 'Offline' })).toBeChecked());
  expect((await overview()).network.outages).toHaveLength(1);
  await userEvent.click(screen.getByRole('checkbox', { name: 'Offline' }));
  await waitFor(async () => expect((await overview()).network.outages).toEqual([]));
});

test("the page's clock is the page's: its skew opens an address", async () => {
  const { opened } = await renderSection(<Network />);
  const field = screen.getByRole('spinbutton', { name: 'Page’s clock ahead, ms' });
  await userEvent.clear(field);
  await userEvent.type(field, '-5000{Enter}');
  expect(opened).toEqual([expect.objectContaining({ skew: -5000 })]);
});
