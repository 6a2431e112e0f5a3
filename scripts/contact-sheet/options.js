import { parseArgs } from 'node:util';
import { locales, themes, usualLooks } from './shots.js';

const kinds = {
  themes: { type: 'string' },
  locales: { type: 'string' },
  widths: { type: 'string' },
  states: { type: 'string' },
  workers: { type: 'string' },
  against: { type: 'string' },
  thumbnails: { type: 'boolean' },
  snapshots: { type: 'boolean' },
};

/**
 * What `npm run contact-sheet` is asked for.
 *
 * @param {string[]} args
 * @param {string[]} ids of all states
 * @returns {{make: 'sheet' | 'thumbnails' | 'snapshots', looks: {themes: string[], locales: string[], widths: number[]}, states: string[], workers: number, against?: string}}
 * @throws an Error that names what is unknown, and what can be asked for
 */
export function readOptions(args, ids) {
  const { values } = parseArgs({ args, options: kinds });
  if (values.thumbnails && values.snapshots) throw new Error('Ask for --thumbnails or for --snapshots, one at a time.');
  const looks = {
    themes: listOf('theme', values.themes, themes) ?? usualLooks.themes,
    locales: listOf('locale', values.locales, locales) ?? usualLooks.locales,
    widths: split(values.widths)?.map((width) => numberOf('width', width, 240, 4000)) ?? usualLooks.widths,
  };
  return {
    make: values.thumbnails ? 'thumbnails' : values.snapshots ? 'snapshots' : 'sheet',
    looks,
    states: listOf('state', values.states, ids) ?? ids,
    workers: numberOf('number of workers', values.workers ?? '2', 1, 16),
    ...(values.against !== undefined && { against: values.against }),
  };
}

function listOf(what, value, known) {
  const asked = split(value);
  const unknown = asked?.find((one) => !known.includes(one));
  if (unknown !== undefined) throw new Error(`There is no ${what} "${unknown}". Choose among: ${known.join(', ')}.`);
  return asked;
}

function split(value) {
  return value
    ?.split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

function numberOf(what, text, least, most) {
  const number = Number(text);
  if (Number.isInteger(number) && number >= least && number <= most) return number;
  throw new Error(`"${text}" is no ${what}: give a whole number from ${least} to ${most}.`);
}
