import type { Clock } from '@baton/contracts';
import { viewOf } from '@baton/ui/dom';
import { describe, labelOf } from './element/describe';
import type { Described } from './element/describe';
import { announcementsIn } from './page/announcements';
import type { Announcement } from './page/announcements';
import { focusOrder } from './page/focus-order';
import { createSwapWatch, readShift } from './page/movement';
import { holdPresses } from './page/hold-presses';
import { targetProblems } from './page/targets';
import type { TargetFault } from './page/targets';
import { boxOf, controlAround, elementAt, inPage, isInTool, targetOf } from './page/tree';
import type { Box } from './page/tree';
import { watchPage } from './page/watch-page';

/** What the inspector can show, one at a time. */
export const views = ['element', 'announced', 'focus', 'targets', 'moved'] as const;
export type View = (typeof views)[number];

/** Something in the page, by name and place. */
export interface Spot {
  label: string;
  box: Box;
}

/** What moved, at which time; the newest first in lists. */
export type Movement = { at: number } & (
  | { kind: 'shift'; moved: readonly (Spot & { px: number })[]; afterInput: boolean }
  | { kind: 'swap'; before: string; after: string; msBeforePress: number }
);

export interface Findings {
  view: View;
  /** The next click chooses the element to tell of, and does nothing else. */
  isPicking: boolean;
  /** The element was picked: pointer and focus choose no other one until it is let go. */
  isPinned: boolean;
  element: Described | undefined;
  stops: readonly Spot[];
  targets: readonly (Spot & { fault: TargetFault })[];
  announced: readonly (Announcement & { at: number })[];
  moved: readonly Movement[];
}

/** Looks at a page as long as it is not stopped. */
export interface Inspection {
  get(): Findings;
  subscribe(listener: () => void): () => void;
  show(view: View): void;
  pick(isPicking: boolean): void;
  letGo(): void;
  stop(): void;
}

const kept = 100;

/**
 * Begins to look at a page and the frames in it. It reads only: it takes no focus, and the events that it hears go on,
 * but for the one click that picks an element.
 *
 * @param onFront called when something may have come to stand before what the inspector draws
 */
export function inspect({ page, clock, onFront }: { page: Document; clock: Clock; onFront(): void }): Inspection {
  const view = viewOf(page.documentElement);
  const listeners = new Set<() => void>();
  const swaps = createSwapWatch();
  let findings: Findings = {
    view: 'element',
    isPicking: false,
    isPinned: false,
    element: undefined,
    stops: [],
    targets: [],
    announced: [],
    moved: [],
  };
  let subject: Element | undefined;
  let point: { x: number; y: number } | undefined;
  let inFront = new Set<Element>();
  let frame: number | undefined;

  function set(next: Partial<Findings>): void {
    findings = { ...findings, ...next };
    for (const listener of listeners) listener();
  }

  /** Looks once in the next frame, however much happens until then. */
  function lookSoon(): void {
    frame ??= view.requestAnimationFrame(() => {
      frame = undefined;
      look();
    });
  }

  function look(): void {
    const under = point && elementAt(page, point.x, point.y);
    if (under && !isInTool(under)) swaps.change(under, clock.now());
    const front = watch
      .roots()
      .flatMap((root) => [...root.querySelectorAll('dialog:modal, :popover-open')].filter((one) => !isInTool(one)));
    if (front.some((one) => !inFront.has(one))) onFront();
    inFront = new Set(front);
    if (findings.view === 'element') set({ element: subject?.isConnected ? describe(subject) : undefined });
    if (findings.view === 'focus') set({ stops: focusOrder(page).map(spotOf) });
    if (findings.view === 'targets')
      set({
        targets: targetProblems(page).map(({ element, box, fault }) => ({ label: labelOf(element), box, fault })),
      });
  }

  function choose(element: Element): void {
    if (findings.isPinned || element === subject || isInTool(element)) return;
    subject = element;
    if (findings.view === 'element') lookSoon();
  }

  function onMove(event: PointerEvent): void {
    const element = targetOf(event);
    if (element === undefined) return;
    const { x, y } = inPage(viewOf(element), { x: event.clientX, y: event.clientY, width: 0, height: 0 });
    // Browsers also tell of moves when it is the page that has moved.
    if (point?.x !== x || point.y !== y) swaps.point(element);
    point = { x, y };
    choose(controlAround(element));
  }

  function onFocus(event: Event): void {
    const element = targetOf(event);
    // A click moves focus, too, but where the pointer is says more.
    if (element?.matches(':focus-visible')) choose(element);
  }

  function onPress(event: PointerEvent): void {
    const element = targetOf(event);
    if (element === undefined || isInTool(element)) return;
    swaps.change(element, clock.now());
    const swap = swaps.press(clock.now());
    if (swap === undefined) return;
    const { before, after, msBeforePress } = swap;
    note({ kind: 'swap', at: clock.now(), before: labelOf(before), after: labelOf(after), msBeforePress });
  }

  function note(movement: Movement): void {
    set({ moved: [movement, ...findings.moved].slice(0, kept) });
  }

  function hear(inner: Document): () => void {
    const quiet = { capture: true, passive: true } as const;
    const innerView = viewOf(inner.documentElement);
    inner.addEventListener('pointermove', onMove, quiet);
    inner.addEventListener('pointerdown', onPress, quiet);
    inner.addEventListener('focusin', onFocus, quiet);
    inner.addEventListener('scroll', lookSoon, quiet);
    innerView.addEventListener('resize', lookSoon, quiet);
    const stopShifts = hearShifts(inner);
    return () => {
      stopShifts();
      inner.removeEventListener('pointermove', onMove, quiet);
      inner.removeEventListener('pointerdown', onPress, quiet);
      inner.removeEventListener('focusin', onFocus, quiet);
      inner.removeEventListener('scroll', lookSoon, quiet);
      innerView.removeEventListener('resize', lookSoon, quiet);
    };
  }

  function hearShifts(inner: Document): () => void {
    const innerView = viewOf(inner.documentElement);
    const observer = new innerView.PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const shift = readShift(entry, inner);
        const moved = (shift?.moved ?? []).filter(({ element }) => element === undefined || !isInTool(element));
        if (shift === undefined || moved.length === 0) continue;
        const spots = moved.map(({ element, to, px }) => ({
          label: element === undefined ? 'something that has gone' : labelOf(element),
          box: inPage(innerView, to),
          px,
        }));
        note({ kind: 'shift', at: clock.now(), moved: spots, afterInput: shift.afterInput });
      }
    });
    observer.observe({ type: 'layout-shift' });
    return () => observer.disconnect();
  }

  const watch = watchPage(
    page,
    (records) => {
      const said = announcementsIn(records).map((one) => ({ ...one, at: clock.now() }));
      if (said.length > 0) set({ announced: [...said.toReversed(), ...findings.announced].slice(0, kept) });
      lookSoon();
    },
    hear,
  );
  let stopHolding: (() => void) | undefined;

  function pick(isPicking: boolean): void {
    stopHolding?.();
    stopHolding = undefined;
    set({ isPicking, ...(isPicking && { isPinned: false }) });
    if (!isPicking) return;
    stopHolding = holdPresses(watch.roots(), (element) => {
      pick(false);
      if (element === undefined) return;
      choose(element);
      set({ isPinned: true });
    });
  }

  return {
    get: () => findings,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    show(next) {
      set({ view: next });
      lookSoon();
    },
    pick,
    letGo: () => set({ isPinned: false }),
    stop() {
      stopHolding?.();
      watch.stop();
      if (frame !== undefined) view.cancelAnimationFrame(frame);
    },
  };
}

const spotOf = (element: Element): Spot => ({ label: labelOf(element), box: boxOf(element) });
