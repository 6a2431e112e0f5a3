import { useState } from 'react';
import { fireEvent, render, screen } from '@testing-library/react';
import { TextsProvider } from '@baton/ui';
import { createShellTexts } from '../language';
import { SideResizer } from './side-resizer';

// jsdom has no pointers to capture.
Element.prototype.setPointerCapture = () => undefined;
Element.prototype.hasPointerCapture = () => true;

// It has no PointerEvent either.
const pointer = (type: string, clientX: number) => new MouseEvent(type, { clientX, bubbles: true });

function Resizer({ dir }: { dir: 'ltr' | 'rtl' }) {
  const [width, setWidth] = useState(360);
  return <SideResizer width={width} dir={dir} onWidth={setWidth} />;
}

test.each([
  ['ltr', -1],
  ['rtl', 1],
] as const)('%s: the edge stays with the pointer, also when that comes back from beyond the limit', (dir, wider) => {
  render(<Resizer dir={dir} />, {
    wrapper: ({ children }) => (
      <TextsProvider texts={createShellTexts({ locale: 'en-GB', dir: 'ltr' })}>{children}</TextsProvider>
    ),
  });
  const edge = screen.getByRole('separator');
  fireEvent(edge, pointer('pointerdown', 1000));
  for (const [way, width] of [
    [200, 440],
    [60, 420],
    [-100, 320],
    [-20, 340],
  ] as const) {
    fireEvent(edge, pointer('pointermove', 1000 + wider * way));
    expect(edge).toHaveAttribute('aria-valuenow', String(width));
  }
});
