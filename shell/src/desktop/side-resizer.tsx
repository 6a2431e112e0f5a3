import { useRef } from 'react';
import type { KeyboardEvent, PointerEvent } from 'react';
import { useTexts } from '@baton/ui';

export const sideWidths = { least: 320, usual: 360, most: 440 } as const;

const step = 20;

/** Makes the side column wider or narrower, with arrow keys or the pointer. */
export function SideResizer({
  width,
  dir,
  onWidth,
}: {
  width: number;
  dir: 'ltr' | 'rtl';
  onWidth(width: number): void;
}) {
  const { t } = useTexts();
  // The edge stays with the pointer, also when that comes back from beyond the limits.
  const pressed = useRef({ x: 0, width });
  const set = (next: number) => onWidth(Math.min(sideWidths.most, Math.max(sideWidths.least, Math.round(next))));
  const towardsStart = dir === 'ltr' ? 'ArrowLeft' : 'ArrowRight';
  const towardsEnd = dir === 'ltr' ? 'ArrowRight' : 'ArrowLeft';

  function onKeyDown(event: KeyboardEvent) {
    const widths: Record<string, number> = {
      [towardsStart]: width + step,
      [towardsEnd]: width - step,
      Home: sideWidths.least,
      End: sideWidths.most,
    };
    const next = widths[event.key];
    if (next === undefined) return;
    event.preventDefault();
    set(next);
  }

  function onPointerMove(event: PointerEvent<HTMLDivElement>) {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const way = event.clientX - pressed.current.x;
    set(pressed.current.width + (dir === 'ltr' ? -way : way));
  }

  return (
    <div
      className="side-resizer"
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={t('shell.side.resize')}
      aria-valuenow={width}
      aria-valuemin={sideWidths.least}
      aria-valuemax={sideWidths.most}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        pressed.current = { x: event.clientX, width };
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={onPointerMove}
    />
  );
}
