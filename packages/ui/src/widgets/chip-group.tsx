import { useId } from 'react';
import { part } from '../parts';

/**
 * One choice out of a few, as chips. They are native radio buttons: one tab
 * stop, arrow keys choose, in the direction of the text.
 */
export function ChipGroup<T extends string>({
  label,
  options,
  value,
  onChange,
}: {
  /** Accessible name of the group. */
  label: string;
  /** With how many things each choice shows, where that is known. */
  options: readonly { value: T; label: string; count?: number | undefined }[];
  value: T;
  onChange(value: T): void;
}) {
  const name = useId();
  return (
    <div className="b-chips" part={part('chips')} role="radiogroup" aria-label={label}>
      {options.map((option) => (
        <label key={option.value} className="b-chip" part={part('chip', option.value === value && 'chip-selected')}>
          <input
            className="b-chip-input"
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <span>{option.label}</span>
          {option.count !== undefined && (
            <span className="b-chip-count" part={part('chip-count')}>
              {option.count}
            </span>
          )}
        </label>
      ))}
    </div>
  );
}
