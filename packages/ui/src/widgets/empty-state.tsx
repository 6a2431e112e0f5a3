import type { ReactNode } from 'react';
import { part } from '../parts';

/** Says what will be here, with one action at most. */
export function EmptyState({ title, body, action }: { title: string; body?: string; action?: ReactNode }) {
  return (
    <div className="b-empty" part={part('empty')}>
      <p className="b-empty-title" part={part('empty-title')}>
        {title}
      </p>
      {body ? (
        <p className="b-empty-body" part={part('empty-body')}>
          {body}
        </p>
      ) : null}
      {action ? <div className="b-state-actions">{action}</div> : null}
    </div>
  );
}
