import { useTexts } from '@baton/ui';
import type { TwoDesktopsRoute } from '../route';
import { ThemeRoot } from '../theme/theme-root';
import { DesktopFrame } from './desktop-frame';

/** Two agents' desktops side by side, each a page of its own. */
export function TwoDesktopsPage({
  route,
  widthPx,
  addressFor = restOfThisAddress,
}: {
  route: TwoDesktopsRoute;
  /** How wide each is. Default: they share the window. */
  widthPx?: number | undefined;
  /** The address of an agent's desktop. Default: it has all of the present one but the agents. */
  addressFor?(agent: string): string;
}) {
  const { t } = useTexts();
  const { left, right, theme } = route;
  return (
    <ThemeRoot theme={theme}>
      <main className="two-desktops" data-width={widthPx === undefined ? 'shared' : 'given'}>
        <h1 className="two-desktops-title">{t('shell.twoDesktops.title')}</h1>
        {[left, right].map((agent, side) => (
          <DesktopFrame
            key={side === 0 ? 'left' : 'right'}
            title={t('shell.twoDesktops.desktop', { agent })}
            address={addressFor(agent)}
            widthPx={widthPx}
          />
        ))}
      </main>
    </ThemeRoot>
  );
}

function restOfThisAddress(agent: string): string {
  const query = new URLSearchParams(window.location.search);
  query.delete('left');
  query.delete('right');
  query.set('agent', agent);
  return `/?${query}`;
}
