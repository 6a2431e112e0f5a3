import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { CloseIcon } from '../icons';
import { Button } from './button';
import { IconButton } from './icon-button';

describe('Button', () => {
  test('is a plain button that does what it says', async () => {
    const onClick = jest.fn();
    render(<Button onClick={onClick}>Transfer</Button>);
    const button = screen.getByRole('button', { name: 'Transfer' });
    expect(button).toHaveAttribute('type', 'button');
    await userEvent.click(button);
    expect(onClick).toHaveBeenCalledTimes(1);
  });

  test('keeps focus and says why it cannot be pressed', async () => {
    const onClick = jest.fn();
    const onSubmit = jest.fn();
    render(
      <form onSubmit={onSubmit}>
        <Button type="submit" disabledReason="Waiting for Bianca" onClick={onClick}>
          Transfer
        </Button>
      </form>,
    );
    const button = screen.getByRole('button', { name: 'Transfer' });
    expect(button).toHaveAttribute('aria-disabled', 'true');
    expect(button).toHaveAccessibleDescription('Waiting for Bianca');
    await userEvent.tab();
    expect(button).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await userEvent.click(button);
    expect(onClick).not.toHaveBeenCalled();
    expect(onSubmit).not.toHaveBeenCalled();
  });

  test('a reason comes after the description it has already', () => {
    render(
      <>
        <span id="hint">Alt+Shift+T</span>
        <Button aria-describedby="hint" disabledReason="Waiting for Bianca">
          Transfer
        </Button>
      </>,
    );
    expect(screen.getByRole('button')).toHaveAccessibleDescription('Waiting for Bianca Alt+Shift+T');
  });

  test('SW-12 keeps the focus when a reason comes and goes', async () => {
    const { rerender } = render(<Button>Transfer</Button>);
    const button = screen.getByRole('button');
    await userEvent.tab();
    rerender(<Button disabledReason="Waiting for Bianca">Transfer</Button>);
    expect(button).toHaveFocus();
    rerender(<Button>Transfer</Button>);
    expect(button).toHaveFocus();
  });

  test('while busy it keeps its name and does nothing', async () => {
    const onClick = jest.fn();
    render(
      <Button busy onClick={onClick}>
        Send
      </Button>,
    );
    const button = screen.getByRole('button', { name: 'Send' });
    expect(button).toHaveAttribute('aria-busy', 'true');
    await userEvent.click(button);
    expect(onClick).not.toHaveBeenCalled();
  });
});

describe('IconButton', () => {
  const tip = () => screen.queryByText('Close');

  test('shows its name while the pointer is on it', async () => {
    render(<IconButton icon={CloseIcon} label="Close" />);
    const button = screen.getByRole('button', { name: 'Close' });
    expect(tip()).toBeNull();
    await userEvent.hover(button);
    expect(tip()).toBeInTheDocument();
    await userEvent.unhover(button);
    expect(tip()).toBeNull();
  });

  test('shows its name on keyboard focus, Esc hides it and leaves the focus', async () => {
    render(<IconButton icon={CloseIcon} label="Close" />);
    await userEvent.tab();
    expect(tip()).toBeInTheDocument();
    await userEvent.keyboard('{Escape}');
    expect(tip()).toBeNull();
    expect(screen.getByRole('button')).toHaveFocus();
  });

  test('with a reason, the reason is what it shows', () => {
    render(<IconButton icon={CloseIcon} label="Close" disabledReason="Nothing to close" />);
    expect(screen.getByRole('button', { name: 'Close' })).toHaveAccessibleDescription('Nothing to close');
    expect(screen.getByText('Nothing to close')).toBeInTheDocument();
  });
});
