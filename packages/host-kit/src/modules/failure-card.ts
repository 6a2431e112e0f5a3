import { copyText } from '@baton/ui/copy-text';
import type { Texts } from '../texts';
import { part } from '../parts';
import { focusElement } from './place';
import { openHostShadowRoot } from './host-shadow-root';
import type { HostLook } from './host-shadow-root';

/** The source of a module that a developer has replaced. */
export interface ModuleOverride {
  origin: string;
  /** Removes all overrides, so that every module comes from the host's address again. */
  onReset(): void;
}

export interface FailureCardOptions {
  /** The module's name as agents read it. */
  label: string;
  reference: string;
  cause: unknown;
  texts: Texts;
  look: HostLook;
  /** Without room for a card, a button that names the module is shown. */
  room: 'card' | 'button';
  override: ModuleOverride | undefined;
  onReload(): void;
}

/** Says in a module's place that it stopped, and offers to load it again. Returns a function that removes the card. */
export function showFailureCard(element: HTMLElement, options: FailureCardOptions): () => void {
  const { label, reference, cause, texts, look, room, override, onReload } = options;
  const { content, remove } = openHostShadowRoot(element, look);
  content.lang = texts.language;
  const page = content.ownerDocument;
  const reloadText = texts.t('module.reload', { module: label });
  const reloadHere = () => {
    focusElement(element);
    onReload();
  };
  if (room === 'button') {
    content.append(button(page, 'secondary', part('reload'), reloadText, reloadHere));
    return remove;
  }

  const titleId = `failure-${reference}`;

  const card = create(page, 'section', 'b-error', part('failure'));
  card.setAttribute('aria-labelledby', titleId);
  const title = create(page, 'h2', 'b-error-title', part('failure-title'), texts.t('module.error', { module: label }));
  title.id = titleId;
  const help = create(
    page,
    'p',
    'b-error-body',
    part('failure-help'),
    texts.t('module.error.help', { ref: reference }),
  );
  const reload = button(page, 'primary', part('reload'), reloadText, reloadHere);
  const copy = button(page, 'quiet', part('copy-details'), texts.t('common.copyDetails'), async () => {
    const text = details(label, reference, cause);
    const copied = await copyText(text);
    copy.textContent = texts.t(copied ? 'common.copied' : 'common.copyFailed');
    shown.textContent = copied ? '' : text;
  });
  const shown = create(page, 'p', 'b-copy-text', part('copy-text'));
  card.append(title, help, reload, copy, shown);
  if (override !== undefined) {
    const source = create(
      page,
      'p',
      'b-error-body',
      part('failure-source'),
      texts.t('overrides.from', { module: label, origin: override.origin }),
    );
    help.after(source);
    reload.after(button(page, 'secondary', part('reset-overrides'), texts.t('overrides.reset'), override.onReset));
  }
  content.append(card);
  return remove;
}

function details(label: string, reference: string, cause: unknown): string {
  const message = cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
  return [label, reference, message].join('\n');
}

function button(
  page: Document,
  variant: 'primary' | 'secondary' | 'quiet',
  ownPart: string,
  text: string,
  onClick: () => unknown,
): HTMLElement {
  const element = create(
    page,
    'button',
    `b-button b-button-${variant}`,
    `${part('button', `button-${variant}`)} ${ownPart}`,
    text,
  );
  element.setAttribute('type', 'button');
  element.addEventListener('click', ({ detail }) => {
    // A double click is one press.
    if (detail < 2) onClick();
  });
  return element;
}

function create(page: Document, tag: string, className: string, parts: string, text = ''): HTMLElement {
  const element = page.createElement(tag);
  element.className = className;
  element.setAttribute('part', parts);
  element.textContent = text;
  return element;
}
