import { useRef, useState, useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { Button } from '@baton/ui';
import { AnnouncedView, MovedView, StopsView, TargetsView } from './lists';
import { ElementView } from './element-view';
import { views } from './inspection';
import type { Findings, Inspection, View } from './inspection';
import { Marks } from './marks';

const labels: Readonly<Record<View, string>> = {
  element: 'Element',
  announced: 'Announced',
  focus: 'Focus order',
  targets: 'Target sizes',
  moved: 'Moved',
};

/** The inspector's window, and what it draws over the page in `layer`. */
export function Inspector({ inspection, layer, onClose }: { inspection: Inspection; layer: Element; onClose(): void }) {
  const findings = useSyncExternalStore(inspection.subscribe, inspection.get);
  const inspector = useRef<HTMLElement>(null);
  const [side, setSide] = useState<'start' | 'end'>('end');

  return (
    <aside ref={inspector} className="inspector" aria-label="Inspector" data-side={side}>
      <div className="bar">
        <Button
          variant="quiet"
          size="sm"
          aria-pressed={findings.isPicking || findings.isPinned}
          tooltip="The next click chooses an element and does nothing else. Escape ends it."
          onClick={() => (findings.isPinned ? inspection.letGo() : inspection.pick(!findings.isPicking))}
        >
          {findings.isPinned ? 'Let go' : 'Pick'}
        </Button>
        <Button variant="quiet" size="sm" onClick={() => setSide(side === 'end' ? 'start' : 'end')}>
          {side === 'end' ? 'Move left' : 'Move right'}
        </Button>
        <Button variant="quiet" size="sm" className="close" onClick={onClose}>
          Close
        </Button>
      </div>
      <div className="views" role="group" aria-label="What to show">
        {views.map((view) => (
          <button
            key={view}
            type="button"
            className="view"
            aria-pressed={view === findings.view}
            onClick={() => inspection.show(view)}
          >
            {labels[view]}
          </button>
        ))}
      </div>
      <div className="content" role="region" aria-label={labels[findings.view]} tabIndex={0}>
        {contentOf(findings)}
      </div>
      {createPortal(<Marks findings={findings} inspector={inspector} />, layer)}
    </aside>
  );
}

function contentOf(findings: Findings): ReactNode {
  switch (findings.view) {
    case 'element':
      return <ElementView element={findings.element} isPicking={findings.isPicking} />;
    case 'announced':
      return <AnnouncedView announced={findings.announced} />;
    case 'focus':
      return <StopsView stops={findings.stops} />;
    case 'targets':
      return <TargetsView targets={findings.targets} />;
    case 'moved':
      return <MovedView moved={findings.moved} />;
  }
}
