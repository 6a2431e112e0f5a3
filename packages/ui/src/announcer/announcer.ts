import type { Announcer, Clock } from '@baton/contracts';

/** The announcer of a document, held by one user of it. */
export interface HeldAnnouncer extends Announcer {
  /** Gives it back. The last release removes the live regions. */
  release(): void;
}

type Priority = 'polite' | 'assertive';

interface Speaker {
  users: number;
  announce(text: string, options: Parameters<Announcer['announce']>[1], language: string | undefined): void;
  remove(): void;
}

/** Screen readers swallow the first of two texts that follow each other faster. */
const spacing = 250;
const repetition = 1000;
const lifetime = 5000;

const speakers = new WeakMap<Document, Speaker>();

/**
 * Holds the one announcer of a document. The first holder creates its two live
 * regions, so ask for it at start: a region must be in the page before it speaks.
 *
 * @param options.document where the regions go; they are visually hidden and stand outside every shadow root
 * @param options.clock that of the first holder counts
 * @param options.language says what language the holder speaks; without it, that of the page
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
  const speaker = speakers.get(document) ?? createSpeaker(document, clock);
  speakers.set(document, speaker);
  speaker.users += 1;
  let held = true;
  return {
    announce(text, options) {
      if (held) speaker.announce(text, options, language?.());
    },
    release() {
      if (!held) return;
      held = false;
      speaker.users -= 1;
      if (speaker.users > 0) return;
      speakers.delete(document);
      speaker.remove();
    },
  };
}

function createSpeaker(document: Document, clock: Clock): Speaker {
  const regions = { polite: liveRegion(document, 'status', clock), assertive: liveRegion(document, 'alert', clock) };
  const queue: { text: string; priority: Priority; language: string | undefined }[] = [];
  const heard = new Map<string, number>();
  let cancelPause: (() => void) | undefined;

  function speakNext(): void {
    const next = queue.shift();
    cancelPause = next && clock.setTimeout(speakNext, spacing);
    if (next) regions[next.priority].say(next.text, next.language);
  }

  function isRepetition(id: string): boolean {
    const now = clock.now();
    for (const [known, at] of heard) if (now - at >= repetition) heard.delete(known);
    if (heard.has(id)) return true;
    heard.set(id, now);
    return false;
  }

  return {
    users: 0,
    announce(text, { priority = 'polite', id } = {}, language) {
      if (id !== undefined && isRepetition(id)) return;
      queue.push({ text, priority, language });
      if (!cancelPause) speakNext();
    },
    remove() {
      cancelPause?.();
      regions.polite.remove();
      regions.assertive.remove();
    },
  };
}

function liveRegion(document: Document, role: 'status' | 'alert', clock: Clock) {
  const element = document.createElement('div');
  element.setAttribute('role', role);
  element.setAttribute('aria-atomic', 'true');
  element.setAttribute('data-baton-announcer', role);
  element.dir = 'auto';
  hideVisually(element);
  document.body.append(element);
  let cancelClearing: (() => void) | undefined;
  return {
    say(text: string, language: string | undefined) {
      cancelClearing?.();
      // A voice reads in the language that it is told.
      if (language === undefined) element.removeAttribute('lang');
      else element.lang = language;
      element.replaceChildren(document.createTextNode(text));
      cancelClearing = clock.setTimeout(() => element.replaceChildren(), lifetime);
    },
    remove() {
      cancelClearing?.();
      element.remove();
    },
  };
}

/** By script, because the document's style sheets belong to the host. */
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
