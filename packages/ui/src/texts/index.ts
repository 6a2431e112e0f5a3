/** The words of Baton, without React. */
export { createTexts } from './create-texts';
export type { Catalogue, Texts, Values } from './create-texts';
export { loadMessageParser, setMessageParser } from './parser';
export type { CompiledMessage, MessageParser } from './parser';
export { formatDateTime, formatDuration, formatRelative, formatTime } from './format';
export type { Reader } from './format';
export { uiCatalogue } from './catalogue';
export type { UiTextId } from './catalogue';
