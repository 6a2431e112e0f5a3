import { readFileSync } from 'node:fs';

/** @typedef {{front: string, back: string, minimum: {normal: number, contrast: number}}} Pair */

const data = JSON.parse(readFileSync(new URL('./baton-theme.json', import.meta.url), 'utf8'));

/**
 * Every colour of every theme: theme → name → "#rrggbb".
 *
 * @type {{light: Record<string, string>} & Record<string, Record<string, string>>}
 */
export const themes = data.themes;

/**
 * What stands on what, and how much contrast it needs in the normal and in the contrast themes.
 *
 * @type {Pair[]}
 */
export const pairs = data.pairs;
