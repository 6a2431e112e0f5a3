import type { Page } from '@playwright/test';

/** Where focus is, in words that the rule of focus can be checked by. */
export interface FocusPlace {
  /** Tag and name, for people. */
  what: string;
  name: string;
  /** Keys write into it. */
  writes: boolean;
  /** Enter or Space presses it. */
  presses: boolean;
  /** The page's body, or nothing. */
  nowhere: boolean;
}

/** A key or the pointer, pressed. */
export interface Deed {
  at: number;
  /** The key, or `pointer`. */
  what: string;
  /** The name of the control that was pressed, or empty. */
  on: string;
  /** A key that wrote a character. */
  wrote: boolean;
}

export interface FocusMove {
  at: number;
  from: FocusPlace;
  to: FocusPlace;
  /** What had focus is gone, hidden or disabled. */
  fromIsGone: boolean;
  /** What the agent did last. */
  deed?: Deed;
}

export interface Click {
  at: number;
  on: string;
  /** When the control came or moved under the pointer while that rested; absent when the pointer went there. */
  cameAt?: number;
}

/** A command as it left the page. */
export interface Asked {
  at: number;
  type: string;
}

/** A character that was typed into a text field, or right after, when the field had gone. */
export interface Typed {
  character: string;
}

/** What a page has seen, heard and asked for. */
export interface Testimony {
  now: number;
  focus: FocusPlace;
  moves: FocusMove[];
  clicks: Click[];
  asked: Asked[];
  typed: Typed[];
}

declare global {
  interface Window {
    witness: {
      take(): Testimony;
      /** How long the next commands of a type take to leave the page, in milliseconds. */
      delays: Record<string, number>;
    };
  }
}

/** What the page has noted since it was last asked. */
export function testimonyOf(page: Page): Promise<Testimony> {
  return page.evaluate(() => window.witness.take());
}

/** How long the desktop's next commands of a type take, in milliseconds. */
export function slowDown(page: Page, delays: Record<string, number>): Promise<void> {
  return page.evaluate((given) => void Object.assign(window.witness.delays, given), delays);
}

/**
 * Notes in a page, frame by frame, where focus is and what stands under the pointer. Runs in the page before its own
 * scripts, and knows nothing of the product but roles and names.
 */
export function installWitness(): void {
  const moves: FocusMove[] = [];
  const clicks: Click[] = [];
  const asked: Asked[] = [];
  const typed: Typed[] = [];
  const delays: Record<string, number> = {};
  let deed: Deed | undefined;
  let pressed = { x: -1, y: -1, at: -Infinity };
  /** Twice what systems take for one: a busy machine delivers the second press late. */
  const doubleClickMs = 1000;
  let typedAt = -Infinity;
  /** Less than a window goes on taking what is typed after it has closed. */
  const typingOnMs = 1500;
  let focused: Element | null = null;
  let focusedPlace: FocusPlace = placeOf(null);
  let pointer = { x: -1, y: -1, movedAt: 0 };
  let under: { control: Element | null; box: string; lookedAt: number; cameAt?: number } = {
    control: null,
    box: '',
    lookedAt: 0,
  };

  window.witness = {
    delays,
    take() {
      lookAtFocus();
      return {
        now: performance.now(),
        focus: placeOf(activeElement()),
        moves: moves.splice(0),
        clicks: clicks.splice(0),
        asked: asked.splice(0),
        typed: typed.splice(0),
      };
    },
  };

  const onPointer = ({ clientX, clientY }: MouseEvent) => {
    if (clientX !== pointer.x || clientY !== pointer.y)
      pointer = { x: clientX, y: clientY, movedAt: performance.now() };
  };
  addEventListener('pointermove', onPointer, true);
  // What the agent scrolls under the pointer has not moved by itself.
  addEventListener('wheel', () => (pointer = { ...pointer, movedAt: performance.now() }), true);
  addEventListener('pointerdown', (event) => isSamePress(event) || note('pointer', event), true);
  addEventListener('keydown', (event) => !modifiers.has(event.key) && note(event.key, event), true);
  addEventListener(
    'click',
    (event) => {
      // A key clicks without a pointer.
      if (event.detail === 0) return;
      lookUnderPointer();
      clicks.push({
        at: performance.now(),
        on: nameOf(controlAt(event.composedPath())),
        ...(under.cameAt !== undefined && { cameAt: under.cameAt }),
      });
    },
    true,
  );
  const modifiers = new Set(['Shift', 'Control', 'Alt', 'AltGraph', 'Meta']);
  requestAnimationFrame(eachFrame);

  const send = window.fetch;
  window.fetch = async (input, init) => {
    const at = performance.now();
    const request = new Request(input, init);
    if (request.method !== 'POST' || !request.url.endsWith('/v1/commands')) return send(request);
    const { type } = await request.clone().json();
    asked.push({ at, type });
    if (delays[type]) await new Promise((resolve) => setTimeout(resolve, delays[type]));
    return send(request);
  };

  function eachFrame() {
    lookAtFocus();
    lookUnderPointer();
    requestAnimationFrame(eachFrame);
  }

  function note(what: string, event: Event) {
    // What moved before this deed was not moved by it.
    lookAtFocus();
    const control = what === 'pointer' ? controlAt(event.composedPath()) : activeElement();
    const at = performance.now();
    const isCharacter = event instanceof KeyboardEvent && writesCharacter(event);
    const wrote = isCharacter && placeOf(control).writes;
    if (isCharacter && event.isTrusted && (wrote || at - typedAt < typingOnMs)) {
      typed.push({ character: what });
      typedAt = at;
    }
    deed = { at, what, on: nameOf(control), wrote };
  }

  /** The second press of a double click. */
  function isSamePress({ clientX: x, clientY: y }: PointerEvent): boolean {
    const now = performance.now();
    const isSame = pressed.x === x && pressed.y === y && now - pressed.at < doubleClickMs;
    pressed = { x, y, at: now };
    return isSame && deed?.what === 'pointer';
  }

  function writesCharacter({ key, keyCode, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
    return keyCode === 229 || (key.length === 1 && !ctrlKey && !metaKey && !altKey);
  }

  function lookAtFocus() {
    const now = activeElement();
    if (now === focused) return;
    const to = placeOf(now);
    if (to.nowhere && focusedPlace.nowhere) return;
    moves.push({ at: performance.now(), from: focusedPlace, to, fromIsGone: isGone(focused), ...(deed && { deed }) });
    focused = now;
    focusedPlace = to;
  }

  function lookUnderPointer() {
    const now = performance.now();
    const control = controlAt(pathAt(document, pointer.x, pointer.y));
    const { x, y, width, height } = control?.getBoundingClientRect() ?? new DOMRect();
    const box = [x, y, width, height].join();
    const rested = pointer.movedAt < under.lookedAt;
    const came = control !== under.control || (box !== under.box && !isEntering(control));
    const cameAt = came ? (rested && control !== null ? now : undefined) : under.cameAt;
    under = { control, box, lookedAt: now, ...(rested && cameAt !== undefined && { cameAt }) };
  }

  function activeElement(): Element | null {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element;
  }

  function pathAt(root: DocumentOrShadowRoot, x: number, y: number): EventTarget[] {
    const hit = root.elementFromPoint(x, y);
    if (hit === null) return [];
    const inner = hit.shadowRoot && hit.shadowRoot !== root ? pathAt(hit.shadowRoot, x, y) : [];
    return [...inner, ...around(hit)];
  }

  function around(element: Element): Element[] {
    const root = element.getRootNode();
    const parent = element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
    return parent === null ? [element] : [element, ...around(parent)];
  }

  function controlAt(path: EventTarget[]): Element | null {
    const found = path.find((one) => one instanceof Element && (presses(one) || writes(one)));
    return found instanceof Element ? found : null;
  }

  /** By its own entry, as a card that rises 4 px. */
  function isEntering(element: Element | null): boolean {
    if (element === null) return false;
    return around(element).some((one) =>
      one.getAnimations().some((animation) => animation instanceof CSSAnimation && animation.playState === 'running'),
    );
  }

  function presses(element: Element): boolean {
    const roles = ['button', 'link', 'menuitem', 'option', 'radio', 'checkbox', 'switch', 'tab', 'row', 'gridcell'];
    return (
      element.matches('button, a[href], summary, select, input[type="radio"], input[type="checkbox"]') ||
      roles.includes(element.getAttribute('role') ?? '')
    );
  }

  function writes(element: Element): boolean {
    return element.matches(
      'textarea, input:not([type="radio"], [type="checkbox"], [type="range"]), [contenteditable="true"]',
    );
  }

  function isGone(element: Element | null): boolean {
    if (element === null || element === document.body) return false;
    if (!element.isConnected || !element.checkVisibility() || element.matches(':disabled')) return true;
    return around(element).some((one) => one.matches('[inert]'));
  }

  function placeOf(element: Element | null): FocusPlace {
    if (element === null || element === document.body)
      return { what: 'nowhere', name: '', writes: false, presses: false, nowhere: true };
    const name = nameOf(element);
    const what = `${element.tagName.toLowerCase()} “${name}”`;
    return { what, name, writes: writes(element), presses: presses(element), nowhere: false };
  }

  function nameOf(element: Element | null): string {
    if (element === null) return '';
    const label =
      element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? element.labels?.[0] : undefined;
    const text = element.getAttribute('aria-label') ?? label?.textContent ?? element.textContent;
    return text
      .replaceAll(/[\u2068\u2069]/g, '')
      .replaceAll(/\s+/g, ' ')
      .trim()
      .slice(0, 60);
  }
}
