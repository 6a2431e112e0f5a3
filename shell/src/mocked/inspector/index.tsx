import { createRoot } from 'react-dom/client';
import { systemClock } from '@baton/host-kit';
import {
  TextsProvider,
  adoptSheets,
  createTexts,
  focusedElement,
  guardKeys,
  holdsFocus,
  probeScale,
  sheets,
  uiCatalogue,
} from '@baton/ui';
import { inspect } from './inspection';
import { Inspector } from './inspector';
import inspectorSheet from './inspector.css';

/** An open inspector. */
interface OpenInspector {
  /** Takes it and all that it listens to away; focus goes back to where it was. */
  close(): void;
}

/**
 * Opens the inspector over a corner of the page: in a shadow root of its own, without moving anything of the product.
 *
 * @param options.onClose called when it has been closed by its own button
 */
export function openInspector({ onClose }: { onClose(): void }): OpenInspector {
  const before = focusedElement(document);
  const host = document.createElement('div');
  host.id = 'baton-inspector';
  const shadow = host.attachShadow({ mode: 'open' });
  const takeOff = adoptSheets(shadow, [...sheets, inspectorSheet]);

  const root = document.createElement('div');
  root.className = 'baton-root';
  root.lang = 'en';
  root.dir = 'ltr';
  root.dataset['batonTheme'] = 'auto';
  root.dataset['batonDensity'] = 'compact';
  root.style.setProperty('--baton-scale', String(probeScale(document)));
  guardKeys(root);

  // What is drawn over the page stands in the top layer, before dialogs and menus, and takes no pointer.
  const layer = document.createElement('div');
  layer.className = 'layer';
  layer.popover = 'manual';
  layer.ariaHidden = 'true';
  const bringToFront = () => {
    layer.hidePopover();
    layer.showPopover();
  };
  const place = document.createElement('div');
  root.append(place, layer);
  shadow.append(root);
  document.body.append(host);
  layer.showPopover();

  const inspection = inspect({ page: document, clock: systemClock, onFront: bringToFront });
  const react = createRoot(place, { onUncaughtError: reportError });

  function close(): void {
    const hadFocus = holdsFocus(host);
    inspection.stop();
    react.unmount();
    takeOff();
    host.remove();
    if (hadFocus) before?.focus({ preventScroll: true });
  }

  react.render(
    <TextsProvider texts={createTexts({ locale: 'en-GB', catalogues: [uiCatalogue] })}>
      <Inspector
        inspection={inspection}
        layer={layer}
        onClose={() => {
          close();
          onClose();
        }}
      />
    </TextsProvider>,
  );
  return { close };
}
