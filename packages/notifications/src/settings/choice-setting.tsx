import { ChipGroup } from '@baton/ui';
import { part } from '../parts';

/** A setting with a few values, one of which holds. */
export function ChoiceSetting<T extends string>({
  title,
  help,
  options,
  value,
  onChange,
}: {
  title: string;
  help?: string;
  options: readonly { value: T; label: string }[];
  value: T;
  onChange(value: T): void;
}) {
  return (
    <div className="settings-section" part={part('setting')}>
      <h3 className="settings-title" part={part('setting-title')}>
        {title}
      </h3>
      <ChipGroup label={title} options={options} value={value} onChange={onChange} />
      {help !== undefined && (
        <p className="settings-help" part={part('setting-help')}>
          {help}
        </p>
      )}
    </div>
  );
}
