import { createEvent, fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderWithTexts as render } from '../testing/render';
import { ConfirmDialog } from './confirm-dialog';

// jsdom has the element without its methods.
beforeAll(() => {
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function close() {
    this.open = false;
  };
});

const onConfirm = jest.fn();
const onCancel = jest.fn();

function dialog(open: boolean, busy = false) {
  return (
    <ConfirmDialog
      open={open}
      title="End this conversation?"
      body="Sam can start a new one by texting again."
      confirmLabel="End conversation"
      cancelLabel="Keep open"
      danger
      busy={busy}
      onConfirm={onConfirm}
      onCancel={onCancel}
    />
  );
}

beforeEach(() => {
  onConfirm.mockReset();
  onCancel.mockReset();
});

test('asks by name and description, and follows its owner', () => {
  const { rerender } = render(dialog(false));
  expect(screen.queryByRole('dialog')).toBeNull();
  rerender(dialog(true));
  expect(screen.getByRole('dialog', { name: 'End this conversation?' })).toHaveAccessibleDescription(
    'Sam can start a new one by texting again.',
  );
  rerender(dialog(false));
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('has an answer for each button', async () => {
  render(dialog(true));
  await userEvent.click(screen.getByRole('button', { name: 'End conversation' }));
  expect(onConfirm).toHaveBeenCalledTimes(1);
  await userEvent.click(screen.getByRole('button', { name: 'Keep open' }));
  expect(onCancel).toHaveBeenCalledTimes(1);
});

test('Esc means no, and closing it by its owner is no answer', () => {
  const { rerender } = render(dialog(true));
  fireEvent(screen.getByRole('dialog'), new Event('close'));
  expect(onCancel).toHaveBeenCalledTimes(1);
  rerender(dialog(false));
  fireEvent(screen.getByRole('dialog', { hidden: true }), new Event('close'));
  expect(onCancel).toHaveBeenCalledTimes(1);
});

test('what was confirmed cannot be called off: neither button nor Esc closes it before the answer', async () => {
  const { rerender } = render(dialog(true, true));
  const shown = screen.getByRole<HTMLDialogElement>('dialog');
  const keep = screen.getByRole('button', { name: 'Keep open' });
  expect(keep).toHaveAccessibleDescription('Waiting for the answer');
  await userEvent.click(keep);
  const escape = createEvent('cancel', shown, { cancelable: true });
  fireEvent(shown, escape);
  expect(escape.defaultPrevented).toBe(true);
  // Browsers let a second Esc through.
  shown.close();
  fireEvent(shown, new Event('close'));
  expect(shown).toHaveAttribute('open');
  expect(onCancel).not.toHaveBeenCalled();
  rerender(dialog(true));
  await userEvent.click(keep);
  expect(onCancel).toHaveBeenCalledTimes(1);
});
