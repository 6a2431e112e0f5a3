import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser';

/** A parsed ICU message. The build parses all messages of a catalogue. */
export type CompiledMessage = MessageFormatElement[];

/** Messages by id: parsed by the build, or ICU source from a host. */
export type Catalogue = Readonly<Record<string, string | CompiledMessage>>;

/** Parses ICU source. Throws a SyntaxError when it is not valid ICU. */
export type MessageParser = (source: string) => CompiledMessage;

let parser: MessageParser | undefined;

/** Sets the parser, so that ICU source can be used at once. Tests and tools call it; pages load the parser on demand. */
export function setMessageParser(next: MessageParser | undefined): void {
  parser = next;
}

/** Fetches the parser, once. It is a chunk of its own, because parsed catalogues do not need it. */
export async function loadMessageParser(): Promise<void> {
  parser ??= (await import('@formatjs/icu-messageformat-parser')).parse;
}

/** Whether a message can be compiled now: ICU source needs the parser. */
export function canCompile(message: string | CompiledMessage): boolean {
  return typeof message !== 'string' || parser !== undefined;
}

/** The parsed message. Throws for ICU source without a parser, or when it is not valid. */
export function compile(message: string | CompiledMessage): CompiledMessage {
  if (typeof message !== 'string') return message;
  if (!parser) throw new Error('The message parser is not loaded');
  return parser(message);
}
