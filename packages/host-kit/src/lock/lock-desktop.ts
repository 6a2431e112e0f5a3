import { ancestorsAcrossShadow, focusedElement, takesFocus } from '@baton/ui/focus';
import { coverPlace } from './cover-place';
import { lockKeys } from './lock-context';
import type { LockContext, Locking } from './lock-context';
import { withoutCustomers } from './mask';

/** How often a window tells the others that the agent is active. */
const tellMs = 5000;
const inputs = ['pointerdown', 'pointermove', 'wheel', 'keydown'] as const;

/** Locks the desktop after a time without input in any window of the agent, and follows the other windows. */
export function lockDesktop(context: LockContext, signal: AbortSignal): Locking {
  const { options, bus, adapters, clock, desktop, preferences, places, texts } = context;
  const { storage, announcer } = adapters;
  const byHost = options?.byHost === true;
  const awayMs = options?.afterMinutes === undefined ? undefined : options.afterMinutes * 60_000;
  const covers = new Map<HTMLElement, ReturnType<typeof coverPlace>>();
  let isLocked = false;
  let activeAt = clock.now();
  let toldAt = -Infinity;
  let focusBefore: HTMLElement | null = null;
  let stopTimer = () => undefined as void;

  function set(locked: boolean): void {
    if (locked) storage.set(lockKeys.locked, '1');
    else storage.remove(lockKeys.locked);
    show(locked);
  }

  function show(locked: boolean): void {
    if (locked === isLocked) return;
    isLocked = locked;
    focusBefore = locked ? focusedElement(document) : focusBefore;
    desktop.mask(locked ? (state) => withoutCustomers(state, byHost) : undefined);
    preferences.mask(locked ? (all) => ({ ...all, shortcuts: false }) : undefined);
    if (locked) cover();
    else uncover();
    const text = locked ? `${texts.t('lock.title')}. ${texts.t('lock.help')}` : texts.t('lock.unlocked');
    announcer.announce(text, { priority: 'assertive', id: `lock.${locked}` });
    bus.emit('lock.changed', { locked });
    onActive();
  }

  function cover(): void {
    if (!isLocked) return;
    for (const place of places()) {
      const known = covers.get(place.element);
      if (known) known.hide();
      else covers.set(place.element, coverPlace(place, context, byHost ? undefined : () => set(false)));
    }
    // Who was in a module that is hidden now goes on from its button.
    if (isCovered(focusBefore)) covers.values().next().value?.focus();
  }

  function uncover(): void {
    const focused = focusedElement(document);
    const wasCovered = isCovered(focusBefore);
    for (const one of covers.values()) one.remove();
    covers.clear();
    if (focusBefore !== null && wasCovered && focused?.matches('input, textarea') !== true) takesFocus(focusBefore);
    focusBefore = null;
  }

  function isCovered(element: HTMLElement | null): boolean {
    return ancestorsAcrossShadow(element).some((one) => covers.has(one));
  }

  function onActive(): void {
    if (isLocked) return;
    activeAt = clock.now();
    if (activeAt - toldAt < tellMs) return;
    toldAt = activeAt;
    storage.set(lockKeys.activeAt, String(activeAt));
    wait();
  }

  function wait(): void {
    stopTimer();
    if (awayMs === undefined || isLocked) return;
    const elsewhere = Math.min(Number(storage.get(lockKeys.activeAt)) || 0, clock.now());
    const leftMs = Math.max(activeAt, elsewhere) + awayMs - clock.now();
    if (leftMs <= 0) set(true);
    else stopTimer = clock.setTimeout(wait, leftMs);
  }

  const stopWatching = storage.watch((key) => {
    if (key === undefined || key === lockKeys.locked) show(storage.get(lockKeys.locked) !== undefined);
  });
  for (const input of inputs) window.addEventListener(input, onActive, true);
  signal.addEventListener('abort', leave, { once: true });

  function leave() {
    stopTimer();
    stopWatching();
    uncover();
    for (const input of inputs) window.removeEventListener(input, onActive, true);
  }

  if (storage.get(lockKeys.locked) === undefined) wait();
  else show(true);
  return { set, cover };
}
