import { IntlMessageFormat } from 'intl-messageformat';
import { canCompile, compile, loadMessageParser, type CompiledMessage } from './parser';

/** Messages by id: trees from the build, or ICU source text from a host. */
export type Catalogue = Readonly<Record<string, string | CompiledMessage>>;

/** What is filled in for the names of a message. */
export type Values = Readonly<Record<string, string | number>>;

/** The words of the desktop in one language. `Id` can be narrowed to the ids of the catalogues in use. */
export interface Texts<Id extends string = string> {
  /** BCP 47 tag that numbers and plurals follow. */
  readonly locale: string;
  /**
   * The message `id` with `values` filled in. In development it throws for an
   * unknown id or a missing value; in production it returns the id instead,
   * so that a missing word never takes a screen down.
   */
  t(id: Id, values?: Values): string;
  /** Like `t`, but values may be anything, for example elements; returns the pieces in order. */
  parts<T>(id: Id, values: Readonly<Record<string, string | number | T>>): (string | T)[];
  /** Whether a catalogue or an override has the message. */
  has(id: string): boolean;
  /** Resolves when every message can be used. Await it before the first render; it is immediate without overrides. */
  readonly ready: Promise<void>;
}

/**
 * Makes the texts of a desktop.
 *
 * @param options.locale BCP 47 tag
 * @param options.catalogues looked up in order: a module's own first, then the shared one
 * @param options.overrides a host's own words, ICU source texts by id; one that cannot be used gives way to ours
 */
export function createTexts(options: {
  locale: string;
  catalogues: readonly Catalogue[];
  overrides?: Readonly<Record<string, string>>;
}): Texts {
  const { locale, catalogues, overrides = {} } = options;
  const sources: readonly Catalogue[] = [overrides, ...catalogues];
  const formats = new Map<string, IntlMessageFormat[]>();

  /** The usable wordings of a message, best first. */
  function wordings(id: string): IntlMessageFormat[] {
    const known = formats.get(id);
    if (known) return known;
    const found = sources
      .map((source) => (Object.hasOwn(source, id) ? source[id] : undefined))
      .filter((message) => message !== undefined);
    const usable = found.filter(canCompile);
    const made = usable.flatMap((message) => attempt(() => new IntlMessageFormat(compile(message), locale)) ?? []);
    // Not kept while the parser is on its way: a better wording may follow.
    if (usable.length === found.length) formats.set(id, made);
    return made;
  }

  function parts<T>(id: string, values: Readonly<Record<string, string | number | T>>): (string | T)[] {
    for (const wording of wordings(id)) {
      const pieces = attempt(() => wording.formatToParts<T>({ ...values }));
      if (pieces) return pieces.map((piece) => piece.value);
    }
    if (inDevelopment()) throw new Error(problem(id));
    return [id];
  }

  function problem(id: string): string {
    return sources.some((source) => Object.hasOwn(source, id))
      ? `The message "${id}" is source text and the parser is not loaded: await texts.ready first`
      : `No message "${id}" in the catalogues for ${locale}`;
  }

  return {
    locale,
    parts,
    t: (id, values = {}) => parts<string>(id, values).join(''),
    has: (id) => sources.some((source) => Object.hasOwn(source, id)),
    ready: sources.some((source) => Object.values(source).some((message) => typeof message === 'string'))
      ? loadMessageParser()
      : Promise.resolve(),
  };
}

function inDevelopment(): boolean {
  return process.env.NODE_ENV !== 'production';
}

/** In development mistakes in messages are thrown; in production they count as missing. */
function attempt<T extends object>(make: () => T): T | undefined {
  try {
    return make();
  } catch (error) {
    if (inDevelopment()) throw error;
    return undefined;
  }
}
