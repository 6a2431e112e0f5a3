import type { Clock } from '@baton/contracts';
import { messageOf, within } from '@baton/runtime';
import { IntlMessageFormat } from 'intl-messageformat';
import { problemsOf } from './check-overrides';
import { isolate } from './isolate';
import { canCompile, compile, loadMessageParser } from './parser';
import type { Catalogue } from './parser';
import { bestMatch, directionOf, translationsFor, type Translations } from './translations';

/** The values that a message is filled with, by name. `undefined` becomes "Unknown". */
export type Values = Readonly<Record<string, string | number | undefined>>;

/** The texts of the desktop in one language. `Id` can be narrowed to the ids of the catalogues in use. */
export interface Texts<Id extends string = string> {
  /** BCP 47 tag for the `lang` of the element that shows the texts: the locale, or English if there are no texts in its language. */
  readonly language: string;
  /**
   * The message `id` with `values` filled in. In development it throws for an
   * unknown id or a missing value; in production it returns the id instead, so that a
   * missing text never breaks a screen. Strings are isolated: a name in another script, a
   * telephone number or a control character does not change the order of the words around it.
   */
  t(id: Id, values?: Values): string;
  /** Like `t`, but values may be anything, for example elements; returns the pieces in order. */
  parts<T>(id: Id, values: Readonly<Record<string, string | number | undefined | T>>): (string | T)[];
  /** Whether a catalogue or an override has the message. */
  has(id: string): boolean;
  /**
   * Resolves when every message can be used. Await it before the first render; it is immediate
   * in British English without overrides. Rejects, with cause and cure, when a language could not be
   * fetched or overrides cannot be used: the texts work all the same, in English or without those overrides.
   */
  readonly ready: Promise<void>;
}

/** Time limit for fetching texts. */
const fetchLimitMs = 5000;

/**
 * Makes the texts of a desktop.
 *
 * @param options.locale BCP 47 tag
 * @param options.catalogues in British English, looked up in order: a module's own first, then the shared one
 * @param options.translations their other languages; that of the locale is fetched, and English is used if that fails
 * @param options.overrides a host's own texts by id, as ICU source; one that cannot be used is ignored
 * @param options.clock sets a time limit for fetching; without it there is none
 */
export function createTexts(options: {
  locale: string;
  catalogues: readonly Catalogue[];
  translations?: readonly Translations[];
  overrides?: Readonly<Record<string, string>> | undefined;
  clock?: Clock;
}): Texts {
  const { locale, catalogues, translations = [], overrides = {}, clock } = options;
  const english = bestMatch(locale, ['en']) === undefined ? 'en-GB' : locale;
  const direction = directionOf(locale);
  const formats = new Map<string, IntlMessageFormat[]>();
  let translated: readonly Catalogue[] = [];

  /** Where a message is looked up, best source first, and the language that it is formatted in. */
  function* sources(): Generator<{ messages: Catalogue; language: string }> {
    yield { messages: overrides, language: locale };
    for (const messages of translated) yield { messages, language: locale };
    for (const messages of catalogues) yield { messages, language: english };
  }

  /** The usable wordings of a message, best first. */
  function wordings(id: string): IntlMessageFormat[] {
    const known = formats.get(id);
    if (known) return known;
    const made: IntlMessageFormat[] = [];
    let complete = true;
    for (const { messages, language } of sources()) {
      const message = Object.hasOwn(messages, id) ? messages[id] : undefined;
      if (message === undefined) continue;
      if (canCompile(message)) made.push(...(attempt(() => [new IntlMessageFormat(compile(message), language)]) ?? []));
      else complete = false;
    }
    // Not cached until the parser has been loaded: it may add a better wording.
    if (complete) formats.set(id, made);
    return made;
  }

  function parts<T>(id: string, values: Readonly<Record<string, string | number | undefined | T>>): (string | T)[] {
    const given = Object.entries(values).map(([name, value]) => {
      const known = value ?? t('name.unknown');
      return [name, isString(known) ? new StringValue(known) : known];
    });
    for (const wording of wordings(id)) {
      const pieces = attempt(() => wording.formatToParts<T | StringValue>(Object.fromEntries(given)));
      if (pieces)
        return pieces.map(({ value }) => (value instanceof StringValue ? isolate(value.toString(), direction) : value));
    }
    if (inDevelopment()) throw new Error(problem(id));
    return [id];
  }

  const t = (id: string, values: Values = {}) => parts<string>(id, values).join('');

  const has = (id: string) => [...sources()].some(({ messages }) => Object.hasOwn(messages, id));

  function problem(id: string): string {
    return has(id)
      ? `The message "${id}" is source text and the parser is not loaded: await texts.ready first`
      : `No message "${id}" in the catalogues for ${locale}`;
  }

  /** Uses either all translations or none, so that no screen mixes two languages. */
  async function translate(fetches: Translations[string][]): Promise<void> {
    const chunks = await inTime(`The words for "${locale}"`, Promise.all(fetches.map((fetch) => fetch())), clock);
    translated = chunks.map((chunk) => chunk.default);
    formats.clear();
  }

  async function prepare(): Promise<void> {
    const fetches = translationsFor(locale, translations);
    const needsParser = [overrides, ...catalogues].some((source) =>
      Object.values(source).some((message) => typeof message === 'string'),
    );
    const results = await Promise.allSettled([
      ...(fetches.length === 0 ? [] : [translate(fetches)]),
      ...(needsParser ? [inTime("The parser for the host's own words", loadMessageParser(), clock)] : []),
    ]);
    for (const result of results) if (result.status === 'rejected') throw result.reason;
    const problems = problemsOf(overrides, catalogues);
    if (problems.length > 0)
      throw new Error(
        `Some of the host's own words cannot be used, so ours stand there. Mend the option "messages":\n${problems.map((problem) => `- ${problem}`).join('\n')}`,
      );
  }

  const ready = prepare();
  // A failure that no caller waits for is not an unhandled rejection.
  ready.catch(() => undefined);

  return {
    get language() {
      const hasLocale =
        translated.length > 0 ||
        catalogues.every((catalogue) => Object.keys(catalogue).every((id) => Object.hasOwn(overrides, id)));
      return hasLocale ? locale : english;
    },
    parts,
    t,
    has,
    ready,
  };
}

/** A string value. The formatter returns objects unchanged, and `select` uses their string. */
class StringValue {
  constructor(private readonly text: string) {}
  toString(): string {
    return this.text;
  }
}

const isString = (value: unknown): value is string => typeof value === 'string';

/** The result of `fetching`. Rejects, with cause and cure, when it fails or takes too long. */
async function inTime<T>(what: string, fetching: Promise<T>, clock: Clock | undefined): Promise<T> {
  try {
    return await (clock ? within(clock, fetchLimitMs, 'there was no answer', fetching) : fetching);
  } catch (cause) {
    const reason = messageOf(cause);
    throw new Error(
      `${what} did not come, so the page does without: ${reason}. Check that the server of this script has its other files too.`,
      { cause },
    );
  }
}

function inDevelopment(): boolean {
  return process.env.NODE_ENV !== 'production';
}

/** In development, errors in messages are thrown; in production, the message counts as missing. */
function attempt<T extends object>(make: () => T): T | undefined {
  try {
    return make();
  } catch (error) {
    if (inDevelopment()) throw error;
    return undefined;
  }
}
