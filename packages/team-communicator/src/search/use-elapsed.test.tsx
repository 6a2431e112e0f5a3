import { fireEvent } from '@testing-library/react';
import { createTestHost, renderInHost } from '@baton/module-kit/testing';
import { useState } from 'react';
import { useElapsed, useSkeleton } from './use-elapsed';

/** Waits from the start; a press ends the wait, another begins a new one. */
function Piece() {
  const [waiting, setWaiting] = useState(true);
  const skeleton = useSkeleton(waiting);
  const long = useElapsed(waiting, 1000);
  return (
    <button onClick={() => setWaiting(!waiting)}>
      {[skeleton && 'skeleton', long && 'long'].filter(Boolean).join(' ')}
    </button>
  );
}

const rendered = async () => {
  const { clock, ...host } = createTestHost();
  const screen = await renderInHost(<Piece />, { ...host, clock });
  const button = screen.getByRole('button');
  return { clock, text: () => button.textContent, press: () => fireEvent.click(button) };
};

test('shows skeletons after 150 ms, for 300 ms at least', async () => {
  const { clock, text, press } = await rendered();
  clock.advance(149);
  expect(text()).toBe('');
  clock.advance(1);
  expect(text()).toBe('skeleton');
  clock.advance(100);
  press();
  clock.advance(199);
  expect(text()).toBe('skeleton');
  clock.advance(1);
  expect(text()).toBe('');
});

test('shows no skeleton for a short wait', async () => {
  const { clock, text, press } = await rendered();
  clock.advance(100);
  press();
  clock.advance(1000);
  expect(text()).toBe('');
});

test('counts a wait without a break', async () => {
  const { clock, text, press } = await rendered();
  clock.advance(900);
  press();
  press();
  clock.advance(999);
  expect(text()).not.toContain('long');
  clock.advance(1);
  expect(text()).toContain('long');
});
