import type { Translations } from '@baton/ui';
import enGB from './en-GB.json';

/** The texts of this module, in British English. */
export const catalogue = enGB;

/** The same in other languages, one chunk each. */
export const translations: Translations = {
  ar: () => import(/* webpackChunkName: "ar" */ './ar.json'),
  de: () => import(/* webpackChunkName: "de" */ './de.json'),
  'en-US': () => import(/* webpackChunkName: "en-US" */ './en-US.json'),
  es: () => import(/* webpackChunkName: "es" */ './es.json'),
  fr: () => import(/* webpackChunkName: "fr" */ './fr.json'),
};
