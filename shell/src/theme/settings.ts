import type { BatonOptions } from '@baton/host-kit';
import type { ThemeName } from '@baton/contracts';

/** What the address fixes for a desktop: theme and direction. */
export function createSettings({ theme, dir }: { theme?: ThemeName; dir?: 'ltr' | 'rtl' }): Pick<BatonOptions, 'preferences' | 'dir'> {
  return {
    ...(theme === undefined ? {} : { preferences: { theme } }),
    ...(dir === undefined ? {} : { dir }),
  };
}
