import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser';

/** An ICU message as its parsed tree, which is what the build makes of a catalogue. */
export type CompiledMessage = MessageFormatElement[];

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

/** The tree of a message, or undefined while it is source text and the parser is not here yet. */
export function compiled(message: string | CompiledMessage): CompiledMessage | undefined {
  return typeof message === 'string' ? parser?.(message) : message;
}
