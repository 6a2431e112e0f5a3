/** The texts of Baton, without React. */
export { createTexts } from './create-texts';
export type { Texts, Values } from './create-texts';
export { loadMessageParser, setMessageParser } from './parser';
export type { Catalogue, CompiledMessage, MessageParser } from './parser';
export { formatDateTime, formatDuration, formatRelative, formatTime } from './format';
export type { Reader } from './format';
export { uiCatalogue, uiTranslations } from './catalogue';
export { bestMatch, directionOf } from './translations';
export type { Translations } from './translations';
export type { UiTextId } from './catalogue';
