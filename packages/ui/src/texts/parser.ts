import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser';

/** An ICU message as its parsed tree, which is what the build makes of a catalogue. */
export type CompiledMessage = MessageFormatElement[];

/** Messages by id: trees from the build, or ICU source text from a host. */
export type Catalogue = Readonly<Record<string, string | CompiledMessage>>;

/** Turns ICU source text into a tree. Throws a SyntaxError when the text is not valid ICU. */
export type MessageParser = (source: string) => CompiledMessage;

let parser: MessageParser | undefined;

/** Sets the parser, so that source texts can be used at once. Tests and tools call it; pages load it lazily. */
export function setMessageParser(next: MessageParser | undefined): void {
  parser = next;
}

/** Fetches the parser, once. It is a chunk of its own, because compiled catalogues do not need it. */
export async function loadMessageParser(): Promise<void> {
  parser ??= (await import('@formatjs/icu-messageformat-parser')).parse;
}

/** Whether the tree of a message can be had now: source text waits for the parser. */
export function canCompile(message: string | CompiledMessage): boolean {
  return typeof message !== 'string' || parser !== undefined;
}

/** The tree of a message. Throws for source text without parser, or when it is not valid ICU. */
export function compile(message: string | CompiledMessage): CompiledMessage {
  if (typeof message !== 'string') return message;
  if (!parser) throw new Error('The message parser is not loaded');
  return parser(message);
}
