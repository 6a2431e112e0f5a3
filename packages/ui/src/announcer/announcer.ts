import type { Announcer, Clock } from '@baton/contracts';
import { spoken } from '../texts/isolate';

/** The announcer of a document, as one of its users holds it. */
export interface HeldAnnouncer extends Announcer {
  /** Gives it back. The last release removes the live regions. */
  release(): void;
}

type Priority = 'polite' | 'assertive';
type Say = Announcer['announce'];

/**
 * The announcer that all copies of this code in a page share, also of other builds. Change the number in the key with its
 * shape.
 */
interface SharedAnnouncer {
  hold(language: (() => string) | undefined): HeldAnnouncer;
}

const sharedKey = Symbol.for('baton.announcer/1');

/**
 * Time between two texts, and between moving a region and its next text: screen readers drop the first of two texts that
 * come faster, and texts of a region that was just inserted.
 */
const spacingMs = 250;
/** A second text with the same id within this time is not announced. */
const repetitionMs = 1000;
/** How long a text stays in its region. */
const lifetimeMs = 5000;

/**
 * Holds the one announcer of a document. The first holder creates its two live
 * regions, so ask for it at start: a region must be in the page before it speaks.
 *
 * @param options.document gets the visually hidden regions: in the open modal dialog, else in the element in full screen, else in its body
 * @param options.clock the first holder's is used
 * @param options.language returns the language of the holder's texts; without it, that of the page
 */
export function createAnnouncer({
  document,
  clock,
  language,
}: {
  document: Document;
  clock: Clock;
  language?: () => string;
}): HeldAnnouncer {
  const page = document.defaultView ?? window;
  const found: unknown = Reflect.get(page, sharedKey);
  if (isShared(found)) return found.hold(language);
  const shared = createShared(document, clock, () => Reflect.deleteProperty(page, sharedKey));
  Object.defineProperty(page, sharedKey, { value: shared, configurable: true });
  return shared.hold(language);
}

function isShared(found: unknown): found is SharedAnnouncer {
  return typeof found === 'object' && found !== null && 'hold' in found && typeof found.hold === 'function';
}

function createShared(document: Document, clock: Clock, onLastRelease: () => void): SharedAnnouncer {
  const regions = { polite: liveRegion(document, 'polite'), assertive: liveRegion(document, 'assertive') };
  const queue: { text: string; priority: Priority; language: string | undefined }[] = [];
  const heard = new Map<string, number>();
  const cancelClearing: Partial<Record<Priority, () => void>> = {};
  let cancelPause: (() => void) | undefined;
  let holders = 0;

  /** Undoes what would keep screen readers from reading the regions. Returns whether there was anything to undo. */
  function makePerceivable(): boolean {
    const hidden = Object.values(regions).filter((region) => region.matches('[aria-hidden="true"], [inert]'));
    // Some dialog libraries hide whatever is beside their dialog.
    for (const region of hidden) {
      region.removeAttribute('aria-hidden');
      region.removeAttribute('inert');
    }
    return moveToModal() || hidden.length > 0;
  }

  /** Moves the regions to where they are not inert. Returns whether they had to move. */
  function moveToModal(): boolean {
    const place = topModal(document) ?? inFullScreen(document) ?? document.body;
    if (regions.polite.parentNode === place) return false;
    place.append(regions.polite, regions.assertive);
    return true;
  }

  function speakNext(): void {
    cancelPause = queue.length > 0 ? clock.setTimeout(speakNext, spacingMs) : undefined;
    if (queue.length === 0 || makePerceivable()) return;
    const next = queue.shift();
    if (next) say(next);
  }

  function say({ text, priority, language }: (typeof queue)[number]): void {
    const region = regions[priority];
    cancelClearing[priority]?.();
    // Screen readers choose the voice by it.
    if (language === undefined) region.removeAttribute('lang');
    else region.lang = language;
    region.replaceChildren(document.createTextNode(text));
    cancelClearing[priority] = clock.setTimeout(() => {
      region.replaceChildren();
      moveToModal();
    }, lifetimeMs);
  }

  function isRepetition(id: string): boolean {
    const now = clock.now();
    for (const [known, at] of heard) if (now - at >= repetitionMs) heard.delete(known);
    if (heard.has(id)) return true;
    heard.set(id, now);
    return false;
  }

  const announce = (language: string | undefined, ...[text, { priority = 'polite', id } = {}]: Parameters<Say>) => {
    if (id !== undefined && isRepetition(id)) return;
    queue.push({ text: spoken(text), priority, language });
    if (!cancelPause) speakNext();
  };

  function release(): void {
    holders -= 1;
    if (holders > 0) return;
    onLastRelease();
    for (const cancel of [cancelPause, cancelClearing.polite, cancelClearing.assertive]) cancel?.();
    for (const region of Object.values(regions)) region.remove();
  }

  return {
    hold(language) {
      holders += 1;
      let held = true;
      return {
        announce(...said) {
          if (held) announce(language?.(), ...said);
        },
        release() {
          if (held) release();
          held = false;
        },
      };
    },
  };
}

function liveRegion(document: Document, priority: Priority): HTMLElement {
  const role = priority === 'polite' ? 'status' : 'alert';
  const element = document.createElement('div');
  element.setAttribute('role', role);
  element.setAttribute('aria-live', priority);
  element.setAttribute('aria-atomic', 'true');
  element.setAttribute('data-baton-announcer', role);
  // Dialog libraries hide everything except their dialog and elements with this mark.
  element.setAttribute('data-live-announcer', 'true');
  element.dir = 'auto';
  hideVisually(element);
  // A script in the head runs before there is a body. The regions are moved before their first text.
  (document.body ?? document.documentElement).append(element);
  return element;
}

/** The element in full screen, if it can contain the regions. Some browsers make everything outside of it inert. */
function inFullScreen(page: Document): Element | undefined {
  let element = page.fullscreenElement ?? null;
  while (element?.shadowRoot?.fullscreenElement) element = element.shadowRoot.fullscreenElement;
  const holds =
    element !== null &&
    !element.contains(page.body) &&
    !element.matches('audio, canvas, embed, iframe, img, object, svg, video');
  return holds ? (element ?? undefined) : undefined;
}

/** The frontmost open modal dialog. Everything outside of it is inert, and inert regions are not read. */
function topModal(root: Document | ShadowRoot): Element | undefined {
  const modals = modalsIn(root);
  return modals.findLast((dialog) => dialog.matches(':focus-within')) ?? modals.at(-1);
}

function modalsIn(root: Document | ShadowRoot): Element[] {
  return [...root.querySelectorAll('*')].flatMap((element) => [
    ...(element.localName === 'dialog' && isModal(element) ? [element] : []),
    ...(element.shadowRoot === null ? [] : modalsIn(element.shadowRoot)),
  ]);
}

function isModal(dialog: Element): boolean {
  try {
    return dialog.matches(':modal');
  } catch {
    // Test environments do not know the selector.
    return false;
  }
}

/** Without a style sheet, because the document's style sheets belong to the host. */
function hideVisually(element: HTMLElement): void {
  const rules = {
    all: 'initial',
    position: 'fixed',
    'inset-block-start': '0',
    'inline-size': '1px',
    'block-size': '1px',
    overflow: 'hidden',
    'clip-path': 'inset(50%)',
    'white-space': 'nowrap',
  };
  for (const [property, value] of Object.entries(rules)) element.style.setProperty(property, value, 'important');
}
