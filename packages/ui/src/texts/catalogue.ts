import enGB from './en-GB.json';
import type { Translations } from './translations';

/** The texts that several modules use, in British English. */
export const uiCatalogue = enGB;

/** The same in other languages. A chunk is named after its language, so that it also contains the module's own texts. */
export const uiTranslations: Translations = {
  ar: () => import(/* webpackChunkName: "ar" */ './ar.json'),
  de: () => import(/* webpackChunkName: "de" */ './de.json'),
  'en-US': () => import(/* webpackChunkName: "en-US" */ './en-US.json'),
  es: () => import(/* webpackChunkName: "es" */ './es.json'),
  fr: () => import(/* webpackChunkName: "fr" */ './fr.json'),
};

/** Id of a shared text. */
export type UiTextId = keyof typeof enGB;
