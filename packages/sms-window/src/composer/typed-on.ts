import { useCallback, useEffect, useRef } from 'react';
import { draftOf } from '@baton/desktop';
import { useHost } from '@baton/module-kit';
import type { Interaction, Platform } from '@baton/contracts';
import { focusedElement, writesText } from '@baton/ui';

/** A longer pause ends a sentence that is being typed, in milliseconds. */
const pauseMs = 2000;

/**
 * SW-10: what is typed on when the composer has gone from under the agent's hands joins the unsent text of its
 * customer: eye and fingers are still there. It ends with a pause, with a key that writes nothing, a press of the
 * pointer, or in another text field.
 *
 * @returns what to call when the composer of a conversation is taken away while it has focus
 */
export function useTypedOn(): (interaction: Interaction) => void {
  const { clock, commands, desktop, platform = 'other' } = useHost();
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

      const page = document;
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
        // It was meant for the composer: neither the page nor a shortcut has a part in it.
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
    [clock, commands, desktop, platform],
  );
}

function changeOf(event: KeyboardEvent, platform: Platform): ((text: string) => string) | undefined {
  const { key, ctrlKey, altKey, metaKey } = event;
  if (key === 'Enter' || key === 'Backspace') {
    if (ctrlKey || altKey || metaKey) return undefined;
    if (key === 'Backspace') return (text) => Array.from(text).slice(0, -1).join('');
    // It would have sent, and the next text begins: one that is held is one.
    return (text) => (event.repeat ? text : `${text}\n`);
  }
  // A dead key writes with the next one, and input methods write without keys: neither can be kept here.
  return writesText(event, platform) && Array.from(key).length === 1 ? (text) => text + key : undefined;
}

function isInTextField(page: Document): boolean {
  return focusedElement(page)?.matches('input, textarea, [contenteditable]') ?? false;
}
