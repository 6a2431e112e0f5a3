import { useMemo, useState } from 'react';
import { useHost, useNow } from '@baton/module-kit';
import type { Reader } from '@baton/ui';
import { dayFinder } from './arrange';

/** Where and when the agent reads; the same object all day, so that times are not written anew every minute. */
export function useReader(): Reader {
  const { locale, timeZone } = useHost();
  const dayOf = useMemo(() => dayFinder(timeZone), [timeZone]);
  const now = useNow(60_000);
  const [today, setToday] = useState(now);
  if (dayOf(today) !== dayOf(now)) setToday(now);
  return useMemo(() => ({ now: today, locale, timeZone }), [today, locale, timeZone]);
}
