import { isKeyEvent, isShadowRoot, viewOf } from '@baton/ui/dom';
import { isInTool, targetOf } from './tree';

const held = [
  'pointerdown',
  'mousedown',
  'pointerup',
  'mouseup',
  'click',
  'dblclick',
  'contextmenu',
  'touchstart',
  'touchend',
];

/**
 * Keeps the next click on the product from it, so that it only says which element is meant. Escape ends it without one;
 * what is pressed in the tools themselves goes on.
 *
 * @returns how to end it early
 */
export function holdPresses(
  roots: readonly (Document | ShadowRoot)[],
  onDone: (element: Element | undefined) => void,
): () => void {
  const views = new Set(roots.flatMap((root) => (isShadowRoot(root) ? [] : [viewOf(root.documentElement)])));
  const active = { capture: true, passive: false } as const;

  function hold(event: Event): void {
    const element = targetOf(event);
    if (element !== undefined && isInTool(element)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.type === 'click') onDone(element);
  }

  function onKeyDown(event: Event): void {
    if (!isKeyEvent(event) || event.key !== 'Escape') return;
    event.preventDefault();
    event.stopImmediatePropagation();
    onDone(undefined);
  }

  for (const view of views) {
    for (const type of held) view.addEventListener(type, hold, active);
    view.addEventListener('keydown', onKeyDown, active);
  }
  return () => {
    for (const view of views) {
      for (const type of held) view.removeEventListener(type, hold, active);
      view.removeEventListener('keydown', onKeyDown, active);
    }
  };
}
