import { useEffect, useRef } from 'react';
import { usePage } from '@baton/module-kit';
import { ErrorState, Spinner, viewOf } from '@baton/ui';
import { useTexts } from '../texts';

interface LoadMoreProps {
  more: 'none' | 'there' | 'loading' | 'failed';
  /** The number of targets loaded. */
  loaded: number;
  onLoad(): void;
}

/** Comes after the last result, and loads more when it is scrolled into view. */
export function LoadMore({ more, loaded, onLoad }: LoadMoreProps) {
  const { t } = useTexts();
  const page = usePage();
  const end = useRef<HTMLDivElement>(null);

  // Observed anew after each page: an end that stays visible is not reported again.
  useEffect(() => {
    if (more !== 'there' || !end.current) return undefined;
    const observer = new (viewOf(end.current).IntersectionObserver)((seen) => seen.at(-1)?.isIntersecting && onLoad(), {
      scrollMargin: '400px',
      rootMargin: '400px',
    });
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [page, more, loaded, onLoad]);

  if (more === 'none') return null;
  if (more === 'failed') return <ErrorState title={t('team.error.more')} onRetry={onLoad} />;
  return (
    <div ref={end} className="tc-more">
      {more === 'loading' ? <Spinner /> : null}
    </div>
  );
}
