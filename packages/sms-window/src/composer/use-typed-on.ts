import { useCallback, useEffect, useRef } from 'react';
import { draftOf } from '@baton/desktop';
import { useHost, usePage } from '@baton/module-kit';
import type { Interaction, Platform } from '@baton/contracts';
import { focusedElement, writesText } from '@baton/ui';

/** A longer pause counts as the end of what is being typed, in milliseconds. */
const pauseMs = 2000;

/**
 * SW-10: when the composer disappears while the agent types, the next keys are added to the draft of its conversation:
 * the agent has not noticed yet. Ends with a pause, a key that writes no text, a click, or focus in a text field.
 *
 * @returns a function to call when a composer is removed while it has focus
 */
export function useTypedOn(): (interaction: Interaction) => void {
  const { clock, commands, desktop, platform = 'other' } = useHost();
  const page = usePage();
  const end = useRef<() => void>(undefined);
  useEffect(() => () => end.current?.(), []);

  return useCallback(
    ({ id: interactionId, contact }) => {
      end.current?.();
      const write = (change: (text: string) => string) =>
        commands.writeDraft({
          interactionId,
          customer: contact.name,
          text: change(draftOf(desktop.getState(), interactionId)),
        });

      let cancelPause = clock.setTimeout(stop, pauseMs);
      function stop() {
        cancelPause();
        page.removeEventListener('keydown', onKeyDown, true);
        page.removeEventListener('pointerdown', stop, true);
      }
      function onKeyDown(event: KeyboardEvent) {
        if (/^(?:Shift|Alt|AltGraph|CapsLock|Dead)$/.test(event.key)) return;
        const change = isInTextField(page) ? undefined : changeOf(event, platform);
        if (!change) return stop();
        // The key was meant for the composer, not for the page or a shortcut.
        event.preventDefault();
        event.stopImmediatePropagation();
        write(change);
        cancelPause();
        cancelPause = clock.setTimeout(stop, pauseMs);
      }
      page.addEventListener('keydown', onKeyDown, true);
      page.addEventListener('pointerdown', stop, true);
      end.current = stop;
    },
    [clock, commands, desktop, page, platform],
  );
}

function changeOf(event: KeyboardEvent, platform: Platform): ((text: string) => string) | undefined {
  const { key, ctrlKey, altKey, metaKey } = event;
  if (key === 'Enter' || key === 'Backspace') {
    if (ctrlKey || altKey || metaKey) return undefined;
    if (key === 'Backspace') return (text) => Array.from(text).slice(0, -1).join('');
    // Enter would have sent the text, so a new line separates the next one. A held key counts once.
    return (text) => (event.repeat ? text : `${text}\n`);
  }
  // Dead keys and input methods write text without a key of its own: they cannot be kept here.
  return writesText(event, platform) && Array.from(key).length === 1 ? (text) => text + key : undefined;
}

function isInTextField(page: Document): boolean {
  return focusedElement(page)?.matches('input, textarea, [contenteditable]') ?? false;
}
