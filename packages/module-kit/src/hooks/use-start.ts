import { formatTime, useTexts } from '@baton/ui';
import { useDesktop, useHost } from './use-host';

/** What a module shows before the first snapshot. */
export interface Start {
  /** One line, without a full stop. */
  title: string;
  /** A full sentence. */
  help?: string;
}

/**
 * Before the first snapshot: that the contact centre is being reached, or why it is not and since when. `undefined`
 * afterwards. Modules show this instead of an empty state, because nothing is known yet.
 */
export function useStart(): Start | undefined {
  const connection = useDesktop((state) => (state.agent === undefined ? state.connection : undefined));
  const { clock, locale, timeZone } = useHost();
  const { t } = useTexts();
  switch (connection?.state) {
    case undefined:
      return undefined;
    case 'connecting':
    case 'live':
      return { title: t('connection.connecting') };
    case 'connectionLost':
      return {
        title: t('connection.none', { time: formatTime(connection.since, { locale, timeZone, now: clock.now() }) }),
        help: t(`connection.none.${connection.why ?? 'noAnswer'}`),
      };
    case 'sessionEnded': {
      const how = connection.reason === 'replaced' ? 'replaced' : 'lost';
      return { title: t(`session.${how}`), help: t(`session.${how}.help`) };
    }
  }
}
