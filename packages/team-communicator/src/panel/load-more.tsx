import { useEffect, useRef } from 'react';
import { ErrorState, Spinner } from '@baton/ui';
import { useTexts } from '../texts';

interface LoadMoreProps {
  more: 'none' | 'there' | 'loading' | 'failed';
  /** How many are there already. */
  loaded: number;
  onLoad(): void;
}

/** Stands after the last result, and asks for more when it comes into sight. */
export function LoadMore({ more, loaded, onLoad }: LoadMoreProps) {
  const { t } = useTexts();
  const end = useRef<HTMLDivElement>(null);

  // Watched afresh after each page: an end that stays in sight is not reported again.
  useEffect(() => {
    if (more !== 'there' || !end.current) return undefined;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && onLoad(), {
      scrollMargin: '400px',
      rootMargin: '400px',
    });
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [more, loaded, onLoad]);

  if (more === 'none') return null;
  if (more === 'failed') return <ErrorState title={t('team.error.more')} onRetry={onLoad} />;
  return (
    <div ref={end} className="tc-more">
      {more === 'loading' ? <Spinner /> : null}
    </div>
  );
}
