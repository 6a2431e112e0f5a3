import enGB from './en-GB.json';

/** The texts that several modules use, in British English. */
export const uiCatalogue = enGB;

/** Id of one of them. */
export type UiTextId = keyof typeof enGB;
