import { onDemand, useDesktop, useOnDemand } from '@baton/module-kit';
import type { Reader } from '@baton/ui';
import { useIsStarted } from '../details/use-is-started';

const code = onDemand(() => import(/* webpackChunkName: "details" */ './last-day'));

export interface LastDayProps {
  interactionId: string;
  startedAt: number;
  customer: string | undefined;
  reader: Reader;
}

/** The texts of the last 24 hours, by code that is fetched after the start where the backend has them. */
export function LastDay(props: LastDayProps) {
  const isKnown = useDesktop(({ capabilities }) => capabilities?.earlierInteractions === true);
  const isStarted = useIsStarted(code.loaded() !== undefined);
  return isKnown && isStarted && <Loaded {...props} />;
}

function Loaded(props: LastDayProps) {
  const lastDay = useOnDemand(code);
  return lastDay.state === 'ready' && <lastDay.code.LastDay {...props} />;
}
