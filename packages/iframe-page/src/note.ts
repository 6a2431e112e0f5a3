import type { Clock } from '@baton/contracts';
import { createTexts } from '@baton/ui/texts';
import catalogue from './messages/en-GB.json';

/** The note appears after this time without a greeting. */
const showAfterMs = 3000;

/** Explains a page that is opened by itself, or by a page that it does not accept. */
export function showNote(page: Document, clock: Clock): { show(): void; remove(): void } {
  const { t } = createTexts({ locale: 'en-GB', catalogues: [catalogue] });
  const root = page.createElement('main');
  root.className = 'baton-root frame-note';
  const title = page.createElement('h1');
  const help = page.createElement('p');
  title.textContent = t('frame.alone');
  help.textContent = t('frame.alone.help');
  root.append(title, help);

  const show = () => page.body.append(root);
  const stop = clock.setTimeout(show, showAfterMs);
  return {
    show,
    remove() {
      stop();
      root.remove();
    },
  };
}
