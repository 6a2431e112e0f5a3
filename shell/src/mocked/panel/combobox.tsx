import { useId, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';

/** What a list offers. */
export interface Choice {
  id: string;
  title: string;
  description: string;
  /** The heading that it stands under. */
  group: string;
}

/** A list that can be searched: typing narrows it, arrow keys go through it, Enter or a click chooses. */
export function Combobox<C extends Choice>({
  label,
  choices,
  current,
  onChoose,
}: {
  label: string;
  choices: readonly C[];
  /** The id of the choice in force. */
  current: string;
  onChoose(choice: C): void;
}) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const found = choices.filter((choice) => isFound(choice, query));
  const optionId = (index: number) => `${id}-${index}`;

  function go(index: number) {
    setActive(index);
    list.current?.children[index]?.scrollIntoView?.({ block: 'nearest' });
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    const chosen = found[active];
    if (event.key === 'ArrowDown') go(Math.min(active + 1, found.length - 1));
    else if (event.key === 'ArrowUp') go(Math.max(active - 1, 0));
    else if (event.key === 'Escape') search('');
    else if (event.key === 'Enter' && chosen !== undefined) onChoose(chosen);
    else return;
    event.preventDefault();
  }

  function search(next: string) {
    setQuery(next);
    setActive(0);
  }

  return (
    <div className="combobox">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        className="input"
        type="search"
        role="combobox"
        autoComplete="off"
        placeholder="A word of its name or its story"
        aria-expanded="true"
        aria-autocomplete="list"
        aria-controls={`${id}-list`}
        aria-activedescendant={found.length === 0 ? undefined : optionId(active)}
        value={query}
        onChange={({ currentTarget }) => search(currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <div ref={list} className="combobox-list" role="listbox" id={`${id}-list`} aria-label={label}>
        {found.map((choice, index) => (
          // The field has the keys.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <div
            key={choice.id}
            id={optionId(index)}
            role="option"
            className="combobox-option"
            data-active={index === active || undefined}
            aria-selected={choice.id === current}
            // Focus stays in the field.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onChoose(choice)}
          >
            <span className="combobox-title">{choice.title}</span>
            <span className="combobox-group">{choice.group}</span>
            <span className="combobox-description">{choice.description}</span>
          </div>
        ))}
      </div>
      <p className="help" role="status">
        {found.length === 0 ? `Nothing is called “${query}”.` : `${found.length} of ${choices.length}`}
      </p>
    </div>
  );
}

/** Whether each word of a search stands in a choice. */
function isFound({ id, title, description, group }: Choice, query: string): boolean {
  const text = `${id} ${title} ${description} ${group}`.toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
