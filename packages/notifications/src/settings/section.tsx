import type { ReactNode } from 'react';

/** One thing to set. */
export function Section({ title, help, children }: { title: string; help?: string; children: ReactNode }) {
  return (
    <div className="settings-section">
      <h3 className="settings-title">{title}</h3>
      {children}
      {help !== undefined && <p className="settings-help">{help}</p>}
    </div>
  );
}
