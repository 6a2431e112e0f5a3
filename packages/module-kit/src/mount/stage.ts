import { adoptSheets, guardKeys, keepFocus, probeScale, sheets as uiSheets, watchMoves } from '@baton/ui';
import type { HostContext } from '@baton/contracts';
import { keepKeys } from './keep-keys';
import { keepScroll } from './keep-scroll';
import { keepWheel } from './keep-wheel';
import stageSheet from './stage.css';

/** The part of a page that one copy of a module renders into, isolated from the host's styles, keys and scrolling. */
export interface Stage {
  /** React renders into this element. */
  app: HTMLElement;
  /** Menus and other overlays are rendered into this element, so that they share the module's styles and ids. */
  overlays: HTMLElement;
  /** Sets the language of the content, as a BCP 47 tag. */
  setLanguage(language: string): void;
  page: StagePage;
  /** Removes everything. Only the empty shadow root stays, since it cannot be detached from its element. */
  dispose(): void;
}

/** The document that a stage is in. A host may move the stage to another one. */
export interface StagePage {
  get(): Document;
  subscribe(listener: () => void): () => void;
}

/**
 * Creates a stage in the open shadow root of `element`, with the module's `sheets`. Follows the agent's preferences
 * until disposed.
 */
export function createStage(element: HTMLElement, context: HostContext, sheets: readonly CSSStyleSheet[]): Stage {
  const shadow = element.shadowRoot ?? element.attachShadow({ mode: 'open' });
  const root = div('baton-root');
  root.dir = context.dir;

  const applyPreferences = () => {
    const { theme, density } = context.preferences.get();
    root.dataset.batonTheme = theme;
    root.dataset.batonDensity = density;
  };
  applyPreferences();
  const stopFollowing = context.preferences.subscribe(applyPreferences);

  const app = div('baton-app');
  const overlays = div('baton-overlays');
  root.append(app, overlays);
  guardKeys(root);
  keepKeys(root, context.platform ?? 'other');
  keepWheel(root);
  const restoreScroll = keepScroll(root);
  const removeSheets = adoptSheets(shadow, [...uiSheets, stageSheet, ...sheets]);
  shadow.append(root);

  const listeners = new Set<() => void>();
  let stopKeepingFocus: () => void;
  const attach = () => {
    root.style.setProperty('--baton-scale', String(probeScale(element.ownerDocument)));
    stopKeepingFocus = keepFocus(root, context.clock);
  };
  attach();
  const onMove = () => {
    stopKeepingFocus();
    attach();
    for (const listener of listeners) listener();
  };
  const stopWatching = watchMoves(shadow, onMove, restoreScroll);

  return {
    app,
    overlays,
    setLanguage(language) {
      root.lang = language;
    },
    page: {
      get: () => element.ownerDocument,
      subscribe(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    dispose() {
      stopFollowing();
      stopKeepingFocus();
      stopWatching();
      root.remove();
      removeSheets();
    },
  };
}

function div(className: string): HTMLElement {
  const element = document.createElement('div');
  element.className = className;
  return element;
}
