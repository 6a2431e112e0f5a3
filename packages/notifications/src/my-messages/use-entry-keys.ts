import type { KeyboardEvent } from 'react';
import { useHost } from '@baton/module-kit';
import { holdsFocus } from '@baton/ui';

/**
 * Keys within the list, which is one tab stop: up, down, Home and End move among the entries, left and right among the
 * controls of one, and Enter on an entry opens its conversation.
 */
export function useEntryKeys(): (event: KeyboardEvent<HTMLElement>) => void {
  const { dir } = useHost();

  return (event) => {
    const entries = [...event.currentTarget.querySelectorAll('article')];
    const at = entries.findIndex(holdsFocus);
    const entry = entries[at];
    if (entry === undefined || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;

    const stops = [entry, ...entry.querySelectorAll<HTMLElement>('button, a')];
    const on = stops.findLastIndex(holdsFocus);
    const onward = dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const back = dir === 'rtl' ? 'ArrowRight' : 'ArrowLeft';
    const moves: Readonly<Record<string, HTMLElement | undefined>> = {
      ArrowDown: entries[at + 1],
      ArrowUp: entries[at - 1],
      Home: entries[0],
      End: entries.at(-1),
      [onward]: stops[on + 1],
      [back]: stops[on - 1],
    };
    if (event.key in moves) moves[event.key]?.focus();
    else if (event.key === 'Enter' && on === 0) entry.querySelector('a')?.click();
    else return;
    event.preventDefault();
  };
}
