import { useKeys } from '@baton/module-kit';
import { CloseIcon, IconButton, SearchIcon, useTooltip } from '@baton/ui';
import { useId } from 'react';
import type { KeyboardEvent, RefObject } from 'react';
import { useTexts } from '../texts';
import { part } from '../parts';

interface SearchFieldProps {
  inputRef: RefObject<HTMLInputElement | null>;
  value: string;
  onChange(value: string): void;
  /** Arrow down was pressed. */
  onDown(): void;
  onEnter(): void;
  /** Focus has left the field. */
  onLeave(): void;
}

/** The search field of the directory. */
export function SearchField({ inputRef, value, onChange, onDown, onEnter, onLeave }: SearchFieldProps) {
  const { t } = useTexts();
  const id = useId();
  const keys = useKeys()('team.open');
  const { handlers, tip } = useTooltip({ keys: keys?.printed });

  function onKeyDown(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp' && event.key !== 'Enter') return;
    event.preventDefault();
    if (event.key === 'ArrowDown') onDown();
    if (event.key === 'Enter') onEnter();
  }

  function clear(): void {
    onChange('');
    inputRef.current?.focus();
  }

  return (
    <div className="tc-search" part={part('search')}>
      <label htmlFor={id} className="b-visually-hidden">
        {t('team.search.label')}
      </label>
      <span className="tc-search-icon" part={part('search-icon')}>
        <SearchIcon />
      </span>
      <input
        ref={inputRef}
        id={id}
        type="search"
        className="tc-search-input"
        part={part('search-input')}
        dir={value === '' ? undefined : 'auto'}
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
        placeholder={t('team.search.placeholder')}
        aria-keyshortcuts={keys?.aria}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={onLeave}
        onPointerOver={handlers.onPointerOver}
        onPointerLeave={handlers.onPointerLeave}
      />
      {tip}
      {value === '' ? null : (
        <IconButton
          icon={CloseIcon}
          label={t('team.search.clear')}
          className="tc-search-clear"
          part={part('search-clear')}
          onClick={clear}
        />
      )}
    </div>
  );
}
