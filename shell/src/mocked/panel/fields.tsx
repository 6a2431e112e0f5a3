import { maxTextLength } from '@baton/contracts';
import { useId, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';

/** A control with its name before it. */
function Field({ id, label, children }: { id: string; label: string; children: ReactNode }) {
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      {children}
    </div>
  );
}

/** One choice out of several; a value that is none of them stands last, as it is. */
export function SelectField<T extends string>({
  label,
  value,
  options,
  onChange,
}: {
  label: string;
  value: T;
  options: readonly { value: T; label: string }[];
  onChange(value: T): void;
}) {
  const id = useId();
  const shown = options.some((option) => option.value === value) ? options : [...options, { value, label: value }];
  return (
    <Field id={id} label={label}>
      <select
        id={id}
        className="input"
        value={value}
        onChange={({ currentTarget }) => {
          const chosen = shown[currentTarget.selectedIndex];
          if (chosen !== undefined) onChange(chosen.value);
        }}
      >
        {shown.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}

/** A whole number, given with Enter or by leaving the field. What is none, or out of bounds, stays, with a word about it. */
export function NumberField({
  label,
  value,
  min = 0,
  max,
  step = 1,
  onChange,
}: {
  label: string;
  value: number;
  min?: number;
  max: number;
  step?: number;
  onChange(value: number): void;
}) {
  const id = useId();
  const helpId = useId();
  const [draft, setDraft] = useState<string>();
  const given = draft === undefined ? value : Number(draft);
  const isFit = draft?.trim() !== '' && Number.isInteger(given) && given >= min && given <= max;

  function give() {
    if (draft === undefined || !isFit) return;
    setDraft(undefined);
    if (Number(draft) !== value) onChange(Number(draft));
  }

  function onKeyDown({ key }: KeyboardEvent) {
    if (key === 'Enter') give();
    if (key === 'Escape') setDraft(undefined);
  }

  return (
    <Field id={id} label={label}>
      <input
        id={id}
        className="input input-number"
        type="number"
        min={min}
        max={max}
        step={step}
        value={draft ?? value}
        onChange={({ currentTarget }) => setDraft(currentTarget.value)}
        onKeyDown={onKeyDown}
        onBlur={give}
        aria-invalid={!isFit}
        aria-describedby={isFit ? undefined : helpId}
      />
      {!isFit && (
        <span id={helpId} className="field-problem">
          {`A whole number from ${min.toLocaleString('en-GB')} to ${max.toLocaleString('en-GB')}`}
        </span>
      )}
    </Field>
  );
}

/** A line of text. */
export function TextField({ label, value, onChange }: { label: string; value: string; onChange(value: string): void }) {
  const id = useId();
  return (
    <Field id={id} label={label}>
      <input
        id={id}
        className="input"
        dir="auto"
        autoComplete="off"
        maxLength={maxTextLength}
        value={value}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
    </Field>
  );
}

/** Something that is on or off. */
export function CheckField({
  label,
  checked,
  onChange,
}: {
  label: string;
  checked: boolean;
  onChange(checked: boolean): void;
}) {
  return (
    <label className="check">
      <input type="checkbox" checked={checked} onChange={({ currentTarget }) => onChange(currentTarget.checked)} />
      <span>{label}</span>
    </label>
  );
}

/** Fields that belong together, under a name. */
export function FieldGroup({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="group">
      <legend className="group-title">{title}</legend>
      <div className="group-fields">{children}</div>
    </fieldset>
  );
}
