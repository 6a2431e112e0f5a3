import { densities, themeNames } from '@baton/contracts';
import { translations } from '../../../messages';
import { CheckField, SelectField } from '../fields';
import { usePanel } from '../panel-context';

const usual = { value: 'usual', label: 'As the agent has it' } as const;

const languageNames = new Intl.DisplayNames('en-GB', { type: 'language', style: 'short', languageDisplay: 'standard' });

const locales = [
  ...['en-GB', ...Object.keys(translations)].map((tag) => ({ value: tag, label: languageNames.of(tag) ?? tag })),
  { value: 'en-XA', label: 'Long, for testing' },
  { value: 'en-XB', label: 'Right to left, for testing' },
];

const themes = themeNames.map((name) => ({ value: name, label: capital(name.replace('-', ', ')) }));
const spacings = densities.map((name) => ({ value: name, label: capital(name) }));
const textSizes = [50, 75, 100, 125, 150, 200, 300, 400].map((percent) => ({
  value: String(percent),
  label: `${percent} %`,
}));

/** Widths that are worth a look, in px: phones, where the layout changes, and the whole window. */
const widths = [
  { value: 'window', label: 'The window’s' },
  ...[320, 480, 719, 776, 1099, 1440].map((px) => ({ value: String(px), label: `${px} px` })),
];

/** Chooses how the page looks. Each change opens an address. */
export function Look() {
  const { settings, reopen: changed } = usePanel();
  const { locale = 'en-GB', theme, density, text = 100, motion, forced, width } = settings;

  return (
    <div className="fields">
      <SelectField
        label="Language"
        value={locale}
        options={locales}
        onChange={(next) => changed({ locale: next, dir: undefined })}
      />
      <SelectField
        label="Theme"
        value={theme ?? usual.value}
        options={[usual, ...themes]}
        onChange={(next) => changed({ theme: next === 'usual' ? undefined : next })}
      />
      <SelectField
        label="Density"
        value={density ?? usual.value}
        options={[usual, ...spacings]}
        onChange={(next) => changed({ density: next === 'usual' ? undefined : next })}
      />
      <SelectField
        label="Text size"
        value={String(text)}
        options={textSizes}
        onChange={(next) => changed({ text: Number(next) })}
      />
      <SelectField
        label="Width"
        value={width === undefined ? 'window' : String(width)}
        options={widths}
        onChange={(next) => changed({ width: next === 'window' ? undefined : Number(next) })}
      />
      <CheckField
        label="Less motion"
        checked={motion === 'reduced'}
        onChange={(on) => changed({ motion: on ? 'reduced' : undefined })}
      />
      <CheckField
        label="Forced colours"
        checked={forced === 'active'}
        onChange={(on) => changed({ forced: on ? 'active' : undefined })}
      />
    </div>
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
