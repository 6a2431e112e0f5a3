import type { Translations } from '@baton/ui/texts';
import enGB from './en-GB.json';

/** The words of host-kit alone, in British English. */
export const catalogue = enGB;

/** The same in other languages. A chunk's name is its language: the shared words come in the same file. */
export const translations: Translations = {
  ar: () => import(/* webpackChunkName: "ar" */ './ar.json'),
  de: () => import(/* webpackChunkName: "de" */ './de.json'),
  'en-US': () => import(/* webpackChunkName: "en-US" */ './en-US.json'),
  es: () => import(/* webpackChunkName: "es" */ './es.json'),
  fr: () => import(/* webpackChunkName: "fr" */ './fr.json'),
};
