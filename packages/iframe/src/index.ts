export { embedBaton } from './embed-baton';
export type { EmbeddedBaton, LiveOptions } from './embed-baton';
export type { EmbedError, EmbedErrorCode } from './embed-error';
export type { EmbedOptions, Fact, PageActions, PageAdapters } from './options';
