import { useTexts } from '@baton/ui';
import type { Look } from '../route';
import { ThemeRoot } from '../theme/theme-root';

/** Two agents' desktops side by side, each a page of its own. */
export function TwoDesktopsPage({ left, right, theme }: { left: string; right: string } & Look) {
  const { t } = useTexts();
  return (
    <ThemeRoot theme={theme}>
      <main className="two-desktops">
        <h1 className="two-desktops-title">{t('shell.twoDesktops.title')}</h1>
        {[left, right].map((agent, side) => (
          <iframe
            key={side === 0 ? 'left' : 'right'}
            className="two-desktops-frame"
            title={t('shell.twoDesktops.desktop', { agent })}
            src={addressFor(agent)}
          />
        ))}
      </main>
    </ThemeRoot>
  );
}

/** The agent's desktop with everything else the address says: scenario, theme, direction. */
function addressFor(agent: string): string {
  const query = new URLSearchParams(window.location.search);
  query.delete('left');
  query.delete('right');
  query.set('agent', agent);
  return `/?${query}`;
}
