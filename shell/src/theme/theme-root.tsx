import { useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import type { Density, PreferencesStore, ThemeName } from '@baton/contracts';

/** Themes what the shell draws itself: follows the agent's preferences once they are known, `theme` and `density` until then. */
export function ThemeRoot({
  preferences,
  theme = 'auto',
  density = 'comfortable',
  className = '',
  children,
}: {
  preferences?: PreferencesStore;
  theme?: ThemeName | undefined;
  density?: Density | undefined;
  className?: string;
  children: ReactNode;
}) {
  const chosen = useSyncExternalStore(
    (listener) => preferences?.subscribe(listener) ?? (() => undefined),
    () => preferences?.get(),
  );
  return (
    <div
      className={`baton-root ${className}`}
      data-baton-theme={chosen?.theme ?? theme}
      data-baton-density={chosen?.density ?? density}
    >
      {children}
    </div>
  );
}
