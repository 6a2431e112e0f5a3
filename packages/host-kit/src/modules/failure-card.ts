import type { Texts } from '../texts';
import { openShelter } from './shelter';
import type { ShelterLook } from './shelter';

export interface FailureCardOptions {
  /** The module's name as agents read it. */
  label: string;
  reference: string;
  cause: unknown;
  texts: Texts;
  look: ShelterLook;
  /** Without room for a card there is a button that says what it reloads. */
  room: 'card' | 'button';
  onReload(): void;
}

/** Says in a module's place that it stopped, and offers to load it again. Returns how to remove it. */
export function showFailureCard(element: HTMLElement, options: FailureCardOptions): () => void {
  const { label, reference, cause, texts, look, room, onReload } = options;
  const { root, remove } = openShelter(element, look);
  const page = root.ownerDocument;
  const reloadText = texts.t('shell.module.reload', { module: label });
  const reloadHere = () => {
    keepFocus(element);
    onReload();
  };
  if (room === 'button') {
    root.append(button(page, 'b-button-secondary', reloadText, reloadHere));
    return remove;
  }

  const titleId = `failure-${reference}`;

  const card = create(page, 'section', 'b-error');
  card.setAttribute('aria-labelledby', titleId);
  const title = create(page, 'h2', 'b-error-title', texts.t('shell.module.error', { module: label }));
  title.id = titleId;
  const help = create(page, 'p', 'b-error-body', texts.t('shell.module.error.help', { ref: reference }));
  const reload = button(page, 'b-button-primary', reloadText, reloadHere);
  const copy = button(page, 'b-button-quiet', texts.t('common.copyDetails'), () => {
    void navigator.clipboard?.writeText(details(label, reference, cause)).then(() => {
      copy.textContent = texts.t('common.copied');
    });
  });
  card.append(title, help, reload, copy);
  root.append(card);
  return remove;
}

/** The button goes with its card: the place keeps the focus for the module to come. */
function keepFocus(element: HTMLElement): void {
  if (!element.hasAttribute('tabindex')) {
    element.tabIndex = -1;
    element.addEventListener('blur', () => element.removeAttribute('tabindex'), { once: true });
  }
  element.focus();
}

function details(label: string, reference: string, cause: unknown): string {
  const message = cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
  return [label, reference, message].join('\n');
}

function button(page: Document, variant: string, text: string, onClick: () => void): HTMLElement {
  const element = create(page, 'button', `b-button ${variant}`, text);
  element.setAttribute('type', 'button');
  element.addEventListener('click', onClick);
  return element;
}

function create(page: Document, tag: string, className: string, text = ''): HTMLElement {
  const element = page.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
}
