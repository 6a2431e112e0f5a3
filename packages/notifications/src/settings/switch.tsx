import { useId } from 'react';
import { part } from '../parts';

/** A setting that is on or off. */
export function Switch({
  label,
  help,
  checked,
  onChange,
}: {
  label: string;
  help?: string | undefined;
  checked: boolean;
  onChange(checked: boolean): void;
}) {
  const helpId = useId();
  return (
    <>
      <label className="settings-switch" part={part('switch')}>
        <input
          type="checkbox"
          checked={checked}
          aria-describedby={help === undefined ? undefined : helpId}
          onChange={(event) => onChange(event.target.checked)}
        />
        <span>{label}</span>
      </label>
      {help !== undefined && (
        <p id={helpId} className="settings-help" part={part('setting-help')}>
          {help}
        </p>
      )}
    </>
  );
}
