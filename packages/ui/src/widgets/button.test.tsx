import type { FormEvent, MouseEvent } from 'react';
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

  test('a reason that is on screen is the description, and no tooltip beside it', async () => {
    const { rerender } = render(<Button disabledReason="Waiting for Bianca">Transfer</Button>);
    const button = screen.getByRole('button');
    const showPopover = jest.fn();
    document.querySelectorAll<HTMLElement>('.b-tooltip').forEach((tip) => Object.assign(tip, { showPopover }));
    await userEvent.hover(button);
    expect(showPopover).toHaveBeenCalledTimes(1);
    await userEvent.unhover(button);
    rerender(
      <Button disabledReason="Waiting for Bianca" reasonOnScreen>
        Transfer
      </Button>,
    );
    await userEvent.hover(button);
    expect(showPopover).toHaveBeenCalledTimes(1);
    expect(button).toHaveAccessibleDescription('Waiting for Bianca');
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

  describe('with keys', () => {
    const keys = { aria: 'Alt+Shift+T', printed: 'Option+Shift+T' };
    const shown = () => screen.queryByText('Option+Shift+T');

    test('shows them once it can be pressed, though the pointer was there before', async () => {
      const { rerender } = render(
        <Button keys={keys} disabledReason="Waiting for Bianca" reasonOnScreen>
          Transfer
        </Button>,
      );
      await userEvent.hover(screen.getByRole('button'));
      expect(shown()).toBeNull();
      rerender(<Button keys={keys}>Transfer</Button>);
      expect(shown()).toBeInTheDocument();
    });

    test('shows them while the pointer is on it, and tells them to assistive technology', async () => {
      render(<Button keys={keys}>Transfer</Button>);
      const button = screen.getByRole('button', { name: 'Transfer' });
      expect(button).toHaveAttribute('aria-keyshortcuts', 'Alt+Shift+T');
      expect(shown()).toBeNull();
      await userEvent.hover(button);
      expect(shown()).toBeInTheDocument();
      expect(button).not.toHaveAccessibleDescription();
    });

    test('Esc hides them, though the focus is elsewhere', async () => {
      render(<Button keys={keys}>Transfer</Button>);
      await userEvent.hover(screen.getByRole('button'));
      await userEvent.keyboard('{Escape}');
      expect(shown()).toBeNull();
    });

    test('that cannot be pressed shows the reason instead', async () => {
      render(
        <Button keys={keys} disabledReason="Waiting for Bianca">
          Transfer
        </Button>,
      );
      await userEvent.hover(screen.getByRole('button'));
      expect(shown()).toBeNull();
      expect(screen.getByText('Waiting for Bianca')).toBeInTheDocument();
    });
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

  test('a double click is one press, also of a submit button', async () => {
    const onClick = jest.fn();
    const onSubmit = jest.fn((event: FormEvent) => event.preventDefault());
    render(
      <form onSubmit={onSubmit}>
        <Button type="submit" onClick={onClick}>
          Send
        </Button>
      </form>,
    );
    await userEvent.dblClick(screen.getByRole('button'));
    expect(onClick).toHaveBeenCalledTimes(1);
    expect(onSubmit).toHaveBeenCalledTimes(1);
  });

  test('the second of two clicks counts when something kept the first from the button', async () => {
    const onClick = jest.fn();
    const guard = jest.fn((event: MouseEvent) => event.stopPropagation());
    render(
      <div onClickCapture={(event) => event.detail === 1 && guard(event)}>
        <Button onClick={onClick}>Accept</Button>
      </div>,
    );
    await userEvent.dblClick(screen.getByRole('button'));
    expect(guard).toHaveBeenCalledTimes(1);
    expect(onClick).toHaveBeenCalledTimes(1);
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

  test('hides its name when it is pressed: what it opens may stand there', async () => {
    render(<IconButton icon={CloseIcon} label="Close" />);
    await userEvent.click(screen.getByRole('button', { name: 'Close' }));
    expect(tip()).toBeNull();
  });

  test('shows its keys after its name', async () => {
    render(<IconButton icon={CloseIcon} label="Close" keys={{ aria: 'Alt+X', printed: 'Option+X' }} />);
    await userEvent.hover(screen.getByRole('button', { name: 'Close' }));
    expect(tip()?.parentElement).toHaveTextContent('CloseOption+X');
  });

  test('with a reason, the reason is what it shows', () => {
    render(<IconButton icon={CloseIcon} label="Close" disabledReason="Nothing to close" />);
    expect(screen.getByRole('button', { name: 'Close' })).toHaveAccessibleDescription('Nothing to close');
    expect(screen.getByText('Nothing to close')).toBeInTheDocument();
  });
});
