import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../common/project.js';

/**
 * How a picture is to look.
 *
 * @typedef {object} Look
 * @property {string} theme
 * @property {number} width of the window, in px
 * @property {string} locale as in the address; `en` is the one without
 */

/**
 * One picture of the sheet.
 *
 * @typedef {object} Shot
 * @property {string} situation id of the state or scenario
 * @property {string} theme
 * @property {number} width
 * @property {number} height
 * @property {string} locale
 * @property {'ltr' | 'rtl'} dir
 * @property {string} address from the origin on
 * @property {boolean} loadsForEver whether a part of it never comes
 * @property {string} file name of the picture
 */

export const themes = ['light', 'dark', 'contrast-light', 'contrast-dark'];
export const locales = ['en', ...translatedLanguages(), 'en-XA', 'en-XB'];
const rightToLeft = ['ar', 'en-XB'];

/** Which pictures `npm run contact-sheet` takes unless it is told. */
export const usualLooks = { themes: ['light', 'dark'], widths: [1440, 320], locales: ['en', 'ar'] };

/**
 * Every situation in every look; those of one look one after the other, so that no situation is opened twice in a row.
 *
 * @param {readonly {id: string, agent: string, loadsForEver: boolean}[]} situations
 * @param {{themes: readonly string[], widths: readonly number[], locales: readonly string[]}} looks
 * @param {'at' | 'scenario'} [key] what the address calls them
 * @returns {Shot[]}
 */
export function shotsOf(situations, looks, key = 'at') {
  return looks.themes.flatMap((theme) =>
    looks.widths.flatMap((width) =>
      looks.locales.flatMap((locale) =>
        situations.map(({ id, agent, loadsForEver }) => ({
          situation: id,
          theme,
          width,
          height: width < 600 ? 720 : Math.min(900, Math.round(width * 0.625)),
          locale,
          dir: rightToLeft.includes(locale) ? 'rtl' : 'ltr',
          address: addressOf({ [key]: id, agent, theme, ...(locale !== 'en' && { locale }) }),
          loadsForEver,
          file: `${id}.${theme}.${width}.${locale}.png`,
        })),
      ),
    ),
  );
}

const addressOf = (query) => `/?${new URLSearchParams(query)}`;

function translatedLanguages() {
  const texts = readdirSync(join(root, 'packages/ui/src/texts'));
  return texts.filter((file) => /^[a-z]{2}\.json$/.test(file)).map((file) => file.slice(0, 2));
}
