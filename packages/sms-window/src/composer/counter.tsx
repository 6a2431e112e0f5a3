import { WarningIcon, classNames } from '@baton/ui';
import type { SegmentCount } from '../segments/count-segments';
import { nameCharacter } from '../segments/name-character';
import { useTexts } from '../texts';
import { part } from '../parts';

/** From how many SMS messages on a text is called long. */
const longFrom = 4;

/** How much of a message the text fills, how many messages it takes, and what they cost. Not live: crossing a border is announced instead. */
export function Counter({
  id,
  text,
  count,
  price,
}: {
  id: string;
  text: string;
  count: SegmentCount;
  /** What they cost. Absent: not known. */
  price: string | undefined;
}) {
  const { t } = useTexts();
  const { units, limit, segments, forcedAt } = count;
  const isLong = segments >= longFrom;
  return (
    <p
      id={id}
      className={classNames('sms-counter', text === '' && 'sms-counter-empty', isLong && 'sms-counter-long')}
      part={part('counter', isLong && 'counter-long')}
    >
      {isLong ? (
        <span className="sms-counter-warning">
          <WarningIcon size={14} />
          <span>{t('sms.counter.long')}</span>
        </span>
      ) : null}
      <span>{t('sms.counter', { used: units, limit, count: segments })}</span>
      {price !== undefined && <span className="sms-counter-price">{t('sms.counter.price', { price })}</span>}
      {forcedAt === undefined ? null : (
        <span className="sms-counter-unicode">{t('sms.counter.unicode', { ...nameCharacter(text, forcedAt) })}</span>
      )}
    </p>
  );
}
