import { useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import type { PreferencesStore } from '@baton/contracts';

/** Themes what the shell draws itself: follows the agent's preferences once they are known. */
export function ThemeRoot({
  preferences,
  className = '',
  children,
}: {
  preferences?: PreferencesStore;
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
      data-baton-theme={chosen?.theme ?? 'auto'}
      data-baton-density={chosen?.density ?? 'comfortable'}
    >
      {children}
    </div>
  );
}
