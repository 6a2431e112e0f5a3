import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { readAddress } from '../../address';
import { renderSection } from '../testing/render-section';
import { Share } from './share';

const button = (name: string) => screen.getByRole('button', { name });

let copied: jest.SpyInstance<Promise<void>, [text: string]>;

beforeEach(() => {
  userEvent.setup();
  copied = jest.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  // Missing in jsdom.
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function close() {
    this.open = false;
  };
});

const lastCopied = () => copied.mock.lastCall?.[0] ?? '';

test('a link plays again what was done, and stops where the clock is now', async () => {
  const { control } = await renderSection(<Share />, { settings: { theme: 'dark', panel: true } });
  await control.advance({ ms: 2000 });
  await control.customerWrites({ interactionId: 'sms-1001', text: 'Hello?' });
  await control.advance({ ms: 500 });
  await userEvent.click(button('Copy link'));
  await screen.findByText('Copied');
  const read = readAddress(new URL(lastCopied()));
  expect(read).toEqual({
    ok: true,
    settings: {
      base: { scenario: 'no-answer' },
      page: { agent: 'ana' },
      theme: 'dark',
      play: [[2000, { kind: 'customerWrites', interactionId: 'sms-1001', text: 'Hello?' }]],
      until: 2500,
    },
  });
});

test('a test opens the same without the panel, and looks for what is on screen', async () => {
  await renderSection(<Share />, { seen: [{ seen: [{ role: 'group', name: "Bianca's answer" }] }] });
  await userEvent.click(button('Copy as test'));
  await screen.findByText('Copied');
  const code = lastCopied();
  expect(code).toContain("'/?scenario=no-answer&agent=ana&until=0&panel=0'");
  expect(code).toContain("getByRole('group', { name: 'Bianca\\'s answer', exact: true })");
});

test('where the browser copies nothing, the text is shown to be copied by hand', async () => {
  copied.mockRejectedValue(new Error('Not allowed'));
  await renderSection(<Share />);
  await userEvent.click(button('Copy link'));
  const dialog = within(await screen.findByRole('dialog', { name: 'The browser did not copy it' }));
  expect(dialog.getByRole('textbox')).toHaveDisplayValue(/scenario=no-answer/);
});

test('starts over, after asking', async () => {
  const { control, overview } = await renderSection(<Share />);
  await control.advance({ ms: 5000 });
  await userEvent.click(button('Reset'));
  await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Reset' }));
  await waitFor(async () => {
    const { now, startedAt } = await overview();
    expect(now).toBe(startedAt);
  });
});
