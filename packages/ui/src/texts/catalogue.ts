import enGB from './en-GB.json';
import type { Translations } from './translations';

/** The texts that several modules use, in British English. */
export const uiCatalogue = enGB;

/** The same in other languages. A chunk's name is its language, so that a module's own words come in the same file. */
export const uiTranslations: Translations = {
  ar: () => import(/* webpackChunkName: "ar" */ './ar.json'),
  de: () => import(/* webpackChunkName: "de" */ './de.json'),
  'en-US': () => import(/* webpackChunkName: "en-US" */ './en-US.json'),
  es: () => import(/* webpackChunkName: "es" */ './es.json'),
  fr: () => import(/* webpackChunkName: "fr" */ './fr.json'),
};

/** Id of one of them. */
export type UiTextId = keyof typeof enGB;
