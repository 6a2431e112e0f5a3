import type { ReactNode } from 'react';
import { part } from '../parts';

/** Stands where there is nothing to show, with one action at most. */
export function EmptyState({
  title,
  titleId,
  body,
  action,
}: {
  title: string;
  /** With it, the title is a heading that can have focus and that `aria-labelledby` can name. */
  titleId?: string | undefined;
  body?: string | undefined;
  action?: ReactNode;
}) {
  const Title = titleId === undefined ? 'p' : 'h2';
  return (
    <div className="b-empty" part={part('empty')}>
      <Title
        id={titleId}
        tabIndex={titleId === undefined ? undefined : -1}
        className="b-empty-title"
        part={part('empty-title')}
      >
        {title}
      </Title>
      {body !== undefined && (
        <p className="b-empty-body" part={part('empty-body')}>
          {body}
        </p>
      )}
      {action && <div className="b-state-actions">{action}</div>}
    </div>
  );
}
