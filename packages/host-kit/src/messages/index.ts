import type { Translations } from '@baton/ui/texts';
import enGB from './en-GB.json';

/** The texts of host-kit, in British English. */
export const catalogue = enGB;

/** The same in other languages. A chunk is named after its language, so that it also contains the shared texts. */
export const translations: Translations = {
  ar: () => import(/* webpackChunkName: "ar" */ './ar.json'),
  de: () => import(/* webpackChunkName: "de" */ './de.json'),
  'en-US': () => import(/* webpackChunkName: "en-US" */ './en-US.json'),
  es: () => import(/* webpackChunkName: "es" */ './es.json'),
  fr: () => import(/* webpackChunkName: "fr" */ './fr.json'),
};
