import type { ReactNode } from 'react';
import { part } from '../parts';

/** Says what will be here, with one action at most. */
export function EmptyState({
  title,
  titleId,
  body,
  action,
}: {
  title: string;
  /** Makes the title a heading that names its place and that focus can rest at. */
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
      {body ? (
        <p className="b-empty-body" part={part('empty-body')}>
          {body}
        </p>
      ) : null}
      {action ? <div className="b-state-actions">{action}</div> : null}
    </div>
  );
}
