import { useMemo, useState } from 'react';
import { useHost, useNow } from '@baton/module-kit';
import { daysAgo } from '@baton/ui';
import type { Reader } from '@baton/ui';

/** Where and when the agent reads; the same object all day, so that times are not written anew every minute. */
export function useReader(): Reader {
  const { locale, timeZone } = useHost();
  const now = useNow(60_000);
  const [today, setToday] = useState(now);
  if (daysAgo(today, { now, timeZone }) !== 0) setToday(now);
  return useMemo(() => ({ now: today, locale, timeZone }), [today, locale, timeZone]);
}
