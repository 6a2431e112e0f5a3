import { guardKeys, keepFocus, probeScale, sheets as uiSheets } from '@baton/ui';
import type { HostContext } from '@baton/contracts';
import { keepKeys } from './keep-keys';
import stageSheet from './stage.css';

/** Where one copy of a module stands: a part of a page that neither takes from the host nor gives to it. */
export interface Stage {
  /** React renders in here. */
  app: HTMLElement;
  /** Menus and other overlays go in here, so that they share the module's styles and ids. */
  overlays: HTMLElement;
  /** Says which language its words are in, as a BCP 47 tag. */
  speak(language: string): void;
  /** Takes away everything that was put up. The shadow root itself stays, since an element can never lose it. */
  dispose(): void;
}

/** Puts up a stage in `element`, inside its open shadow root, with the module's `sheets`; follows the agent's preferences until disposed. */
export function createStage(element: HTMLElement, context: HostContext, sheets: readonly CSSStyleSheet[]): Stage {
  const shadow = element.shadowRoot ?? element.attachShadow({ mode: 'open' });
  const root = div('baton-root');
  root.dir = context.dir;
  root.style.setProperty('--baton-scale', String(probeScale(element.ownerDocument)));

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
  const stopKeepingFocus = keepFocus(root, context.clock);
  const takeOff = adopt(shadow, [...uiSheets, stageSheet, ...sheets]);
  shadow.append(root);

  return {
    app,
    overlays,
    speak(language) {
      root.lang = language;
    },
    dispose() {
      stopFollowing();
      stopKeepingFocus();
      root.remove();
      takeOff();
    },
  };
}

function div(className: string): HTMLElement {
  const element = document.createElement('div');
  element.className = className;
  return element;
}

function adopt(shadow: ShadowRoot, sheets: readonly CSSStyleSheet[]): () => void {
  // Missing in jsdom, where looks do not matter.
  if (!('adoptedStyleSheets' in shadow)) return () => undefined;
  shadow.adoptedStyleSheets = [...shadow.adoptedStyleSheets, ...sheets];
  return () => {
    shadow.adoptedStyleSheets = shadow.adoptedStyleSheets.filter((sheet) => !sheets.includes(sheet));
  };
}
