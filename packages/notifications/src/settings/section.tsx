import type { ReactNode } from 'react';
import { part } from '../parts';

/** One thing to set. */
export function Section({ title, help, children }: { title: string; help?: string; children: ReactNode }) {
  return (
    <div className="settings-section" part={part('setting')}>
      <h3 className="settings-title" part={part('setting-title')}>
        {title}
      </h3>
      {children}
      {help !== undefined && (
        <p className="settings-help" part={part('setting-help')}>
          {help}
        </p>
      )}
    </div>
  );
}
