import { selectors } from '@baton/host-kit';
import type { ActiveInteraction, Baton } from '@baton/host-kit';
import type { HeightBounds } from '@baton/contracts/bridge';
import { keepFocus } from '@baton/ui/focus';
import type { Texts, UiTextId } from '@baton/ui/texts';
import type { Place } from './places';

/** The page's own elements, with a place for each module. */
export interface Layout {
  root: HTMLElement;
  elements: ReadonlyMap<string, HTMLElement>;
  /** Sets the height: that of the content, between bounds; with `false` that of the frame. */
  fit(bounds: HeightBounds | false): void;
  remove(): void;
}

export function createLayout(
  page: Document,
  { context, active, panel: panelOf }: Pick<Baton, 'context' | 'active' | 'panel'>,
  places: readonly Place[],
  texts: Texts<UiTextId>,
): Layout {
  const stopping = new AbortController();
  const root = page.createElement('div');
  root.className = 'baton-root frame';
  root.dir = context.dir;
  root.lang = texts.language;
  const elements = new Map<string, HTMLElement>();

  function add(parent: Element, tag: string, name: string) {
    const element = page.createElement(tag);
    element.className = `frame-${name.replace('/', '-')}`;
    // Takes focus when the focused content is removed.
    element.tabIndex = -1;
    elements.set(name, element);
    parent.append(element);
    return element;
  }

  const main = page.createElement('main');
  main.className = 'frame-main';
  main.tabIndex = -1;
  const isAlone = places.length === 1;
  root.append(main);
  for (const { name, area, afterRail } of places) {
    if (area === 'main' || isAlone) {
      const place = add(main, 'div', name);
      if (afterRail) place.before(createRail(page, context, active, texts, stopping.signal));
    } else if (area === 'header') main.before(add(root, 'header', name));
    else add(root, 'aside', name);
  }
  const panelPlace = places.find(({ area }) => area === 'panel');
  if (panelPlace !== undefined) {
    // The style sheet decides in which width the panel covers the conversation.
    const covers = () =>
      getComputedStyle(root).getPropertyValue('--frame-panel-covers') === 'conversation' ? 'conversation' : 'nothing';
    const panel = panelOf(panelPlace.module, isAlone ? {} : { covers });
    const follow = () => (root.dataset['team'] = isAlone ? 'alone' : panel.get());
    follow();
    stopping.signal.addEventListener('abort', panel.subscribe(follow));
    if (!isAlone) elements.get(panelPlace.name)?.setAttribute('aria-label', texts.t(panelPlace.label));
  }

  const applyPreferences = () => {
    const { theme, density } = context.preferences.get();
    root.dataset['batonTheme'] = theme;
    root.dataset['batonDensity'] = density;
  };
  applyPreferences();
  stopping.signal.addEventListener('abort', context.preferences.subscribe(applyPreferences));

  page.body.append(root);
  stopping.signal.addEventListener('abort', keepFocus(root, context.clock));

  return {
    root,
    elements,
    fit(bounds) {
      root.dataset['fit'] = bounds ? 'content' : 'frame';
      root.style.setProperty('--frame-min', bounds ? `${bounds.min}px` : '0px');
      root.style.setProperty('--frame-max', bounds ? `${Math.max(bounds.min, bounds.max)}px` : 'none');
    },
    remove() {
      stopping.abort();
      root.remove();
    },
  };
}

/** One button for each conversation; shown while there are two or more. */
function createRail(
  page: Document,
  { desktop }: Baton['context'],
  active: ActiveInteraction,
  texts: Texts<UiTextId>,
  signal: AbortSignal,
): HTMLElement {
  const rail = page.createElement('nav');
  rail.className = 'frame-rail';
  rail.tabIndex = -1;
  rail.setAttribute('aria-label', texts.t('interactions.title'));
  const buttons = new Map<string, HTMLButtonElement>();

  function show() {
    const interactions = selectors.activeInteractions(desktop.getState());
    rail.hidden = interactions.length < 2;
    for (const [id, button] of buttons) {
      if (interactions.some((interaction) => interaction.id === id)) continue;
      button.remove();
      buttons.delete(id);
    }
    for (const { id, contact } of interactions) {
      const button = buttons.get(id) ?? addButton(id);
      button.textContent = contact.name ?? texts.t('name.unknown');
      button.setAttribute('aria-current', String(id === active.get()));
    }
  }

  function addButton(id: string) {
    const button = page.createElement('button');
    button.type = 'button';
    button.className = 'b-button b-button-quiet';
    button.dir = 'auto';
    button.setAttribute('translate', 'no');
    button.addEventListener('click', () => active.open(id));
    buttons.set(id, button);
    rail.append(button);
    return button;
  }

  show();
  for (const stop of [desktop.subscribe(show), active.subscribe(show)]) signal.addEventListener('abort', stop);
  return rail;
}
