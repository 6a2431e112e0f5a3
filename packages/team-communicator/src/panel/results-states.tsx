import { Button, EmptyState, ErrorState, Skeleton } from '@baton/ui';
import type { Results } from '../search/use-results';
import { useTexts } from '../texts';
import { part } from '../parts';
import type { TargetFilterValue } from './target-filter';

const skeletonRows = [0, 1, 2, 3, 4, 5];

/** The outline of rows on their way. */
export function LoadingRows() {
  return skeletonRows.map((row) => (
    <div key={row} className="tc-skeleton-row" aria-hidden="true">
      <Skeleton shape="circle" />
      <span className="tc-skeleton-bars">
        <Skeleton width={60} />
        <Skeleton width={40} />
      </span>
    </div>
  ));
}

/** The directory has not answered, or with an error. */
export function FailedResults({ results }: { results: Extract<Results, { state: 'failed' }> }) {
  const { t } = useTexts();
  const { error, failures, retry, retrying } = results;
  return (
    <ErrorState
      title={t('team.error')}
      body={t('team.errorHelp')}
      onRetry={retry}
      retrying={retrying}
      failures={failures}
      reference={error?.reference}
      details={error && `${error.code} ${error.reference}: ${error.message}`}
    />
  );
}

/** No results: nothing matches, nobody is free, or the directory is empty. */
export function NoResults({ query, filter, onAll }: { query: string; filter: TargetFilterValue; onAll(): void }) {
  const { t } = useTexts();
  if (filter === 'now')
    return <EmptyState title={t('team.empty.now')} action={<Button onClick={onAll}>{t('team.empty.all')}</Button>} />;
  const filtered = filter !== 'all';
  const action = filtered ? <Button onClick={onAll}>{t('team.empty.allTypes')}</Button> : undefined;
  if (query !== '')
    return <EmptyState title={t('team.empty.query', { query })} body={t('team.empty.queryHelp')} action={action} />;
  if (filtered) return <EmptyState title={t('team.results', { count: 0 })} action={action} />;
  return <EmptyState title={t('team.empty.none')} body={t('team.empty.noneHelp')} />;
}

/** Says which sections did not load, above those that did. */
export function MissingSections({ missing }: { missing: Extract<Results, { state: 'ready' }>['missing'] }) {
  const { t } = useTexts();
  return missing.map((id) => (
    <p key={id} className="tc-hint" part={part('hint')}>
      {t(id === 'favourites' ? 'team.error.favourites' : 'team.error.recents')}
    </p>
  ));
}
