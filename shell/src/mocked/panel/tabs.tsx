import { useId } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';

/** One of several sections in the same place. */
export interface Tab<Id extends string> {
  id: Id;
  label: string;
  content: ReactNode;
}

/** Sections in one place, and a row of tabs to choose one of them: one tab stop, arrow keys choose. */
export function Tabs<Id extends string>({
  label,
  tabs,
  chosen,
  onChoose,
}: {
  label: string;
  tabs: readonly Tab<Id>[];
  chosen: Id;
  onChoose(id: Id): void;
}) {
  const id = useId();
  const place = tabs.findIndex((tab) => tab.id === chosen);

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const next = tabs.at(nextPlace(event.key, place, tabs.length));
    if (next === undefined || next.id === chosen) return;
    event.preventDefault();
    onChoose(next.id);
    event.currentTarget.querySelector<HTMLElement>(`[data-tab="${next.id}"]`)?.focus();
  }

  return (
    <>
      <div className="tabs" role="tablist" aria-label={label} onKeyDown={onKeyDown}>
        {tabs.map((tab) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            className="tab"
            id={`${id}-${tab.id}`}
            data-tab={tab.id}
            aria-selected={tab.id === chosen}
            aria-controls={tab.id === chosen ? `${id}-content` : undefined}
            tabIndex={tab.id === chosen ? 0 : -1}
            onClick={() => onChoose(tab.id)}
          >
            {tab.label}
          </button>
        ))}
      </div>
      <div className="content" role="tabpanel" id={`${id}-content`} aria-labelledby={`${id}-${chosen}`} tabIndex={0}>
        {tabs[place]?.content}
      </div>
    </>
  );
}

function nextPlace(key: string, place: number, count: number): number {
  switch (key) {
    case 'ArrowRight':
      return (place + 1) % count;
    case 'ArrowLeft':
      return place - 1;
    case 'Home':
      return 0;
    case 'End':
      return -1;
    default:
      return place;
  }
}
