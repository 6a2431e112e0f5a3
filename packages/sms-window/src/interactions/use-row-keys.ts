import { useRef } from 'react';
import type { KeyboardEvent } from 'react';
import { useHost } from '@baton/module-kit';
import { holdsFocus, writesText } from '@baton/ui';
import { findTyped } from './type-ahead';

/** A longer pause begins another word, in milliseconds. */
const pauseMs = 1000;

/** Arrows, Home, End and letters move the focus among the rows of a list, one of which has it. */
export function useRowKeys(names: readonly string[]): (event: KeyboardEvent<HTMLElement>) => void {
  const { clock, locale, platform = 'other' } = useHost();
  const typed = useRef({ text: '', at: -Infinity });

  return (event) => {
    const rows = [...event.currentTarget.querySelectorAll('button')];
    const at = rows.findIndex(holdsFocus);
    const { ctrlKey, altKey, metaKey } = event;
    if (at === -1 || ctrlKey || altKey || metaKey) return;

    const to = placeOf(event.key, at, rows.length) ?? search(event);
    if (to === undefined) return;
    event.preventDefault();
    rows[to]?.focus();

    function search({ key, nativeEvent }: KeyboardEvent): number | undefined {
      // Space presses the row.
      if (key === ' ' || !writesText(nativeEvent, platform) || Array.from(key).length !== 1) return undefined;
      const now = clock.now();
      const text = now - typed.current.at > pauseMs ? key : typed.current.text + key;
      typed.current = { text, at: now };
      return findTyped(names, text, at, locale);
    }
  };
}

function placeOf(key: string, at: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return Math.min(at + 1, count - 1);
    case 'ArrowUp':
      return Math.max(at - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
