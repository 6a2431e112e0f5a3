import { selectors } from '@baton/host-kit';
import type { ActiveInteraction, Baton } from '@baton/host-kit';
import type { HeightBounds } from '@baton/contracts/bridge';
import { keepFocus } from '@baton/ui/focus';
import type { Texts, UiTextId } from '@baton/ui/texts';
import type { Place } from './places';
import { followTeamPlace } from './team-place';

/** The page's own few elements, with a place for each module. */
export interface Layout {
  root: HTMLElement;
  elements: ReadonlyMap<string, HTMLElement>;
  /** As high as the content, between bounds; `false`: as high as the frame. */
  fit(bounds: HeightBounds | false): void;
  remove(): void;
}

export function createLayout(
  page: Document,
  { context, active }: Pick<Baton, 'context' | 'active'>,
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
    // What had the focus may go: then its place has it.
    element.tabIndex = -1;
    elements.set(name, element);
    parent.append(element);
    return element;
  }

  const main = page.createElement('main');
  main.className = 'frame-main';
  main.tabIndex = -1;
  const has = (name: string) => places.some((place) => place.name === name);
  const alone = places.length === 1;
  if (has('notifications/messages')) add(alone ? main : root, alone ? 'div' : 'header', 'notifications/messages');
  root.append(main);
  if (has('notifications')) add(main, 'div', 'notifications');
  if (has('sms-window')) {
    const sms = add(main, 'div', 'sms-window');
    sms.before(createRail(page, context, active, texts, stopping.signal));
  }
  if (has('team-communicator')) {
    const team = add(alone ? main : root, alone ? 'div' : 'aside', 'team-communicator');
    if (!alone) team.setAttribute('aria-label', texts.t('module.teamCommunicator'));
    root.dataset['team'] = alone ? 'alone' : 'closed';
    followTeamPlace(context.bus, (place) => alone || (root.dataset['team'] = place), stopping.signal);
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

/** One button for each conversation; shown when there is something to choose. */
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
  rail.setAttribute('aria-label', texts.t('shell.interactions'));
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
      button.textContent = contact.name;
      button.setAttribute('aria-current', String(id === active.get()));
    }
  }

  function addButton(id: string) {
    const button = page.createElement('button');
    button.type = 'button';
    button.className = 'b-button b-button-quiet';
    button.dir = 'auto';
    button.addEventListener('click', () => active.open(id));
    buttons.set(id, button);
    rail.append(button);
    return button;
  }

  show();
  for (const stop of [desktop.subscribe(show), active.subscribe(show)]) signal.addEventListener('abort', stop);
  return rail;
}
