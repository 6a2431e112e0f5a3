import type { Clock } from '@baton/contracts';
import { messageOf, within } from '@baton/runtime';
import { IntlMessageFormat } from 'intl-messageformat';
import { problemsOf } from './check-overrides';
import { isolate } from './isolate';
import { canCompile, compile, loadMessageParser } from './parser';
import type { Catalogue } from './parser';
import { bestMatch, directionOf, translationsFor, type Translations } from './translations';

/** What is filled in for the names of a message. A name that is `undefined` becomes "Unknown". */
export type Values = Readonly<Record<string, string | number | undefined>>;

/** The words of the desktop in one language. `Id` can be narrowed to the ids of the catalogues in use. */
export interface Texts<Id extends string = string> {
  /** BCP 47 tag of the words, for the `lang` of what they stand in: the locale, or English where there are none in its language. */
  readonly language: string;
  /**
   * The message `id` with `values` filled in. In development it throws for an
   * unknown id or a missing value; in production it returns the id instead,
   * so that a missing word never takes a screen down. Strings are isolated: a name in
   * another script, a telephone number or a control character in it leaves the order of
   * the words around it alone.
   */
  t(id: Id, values?: Values): string;
  /** Like `t`, but values may be anything, for example elements; returns the pieces in order. */
  parts<T>(id: Id, values: Readonly<Record<string, string | number | undefined | T>>): (string | T)[];
  /** Whether a catalogue or an override has the message. */
  has(id: string): boolean;
  /**
   * Resolves when every message can be used. Await it before the first render; it is immediate
   * in British English without overrides. Rejects, with cause and cure, when words did not come or
   * overrides cannot be used: the texts can be used all the same, in English or without those.
   */
  readonly ready: Promise<void>;
}

/** The longest that a page waits for its words, in milliseconds. */
const patience = 5000;

/**
 * Makes the texts of a desktop.
 *
 * @param options.locale BCP 47 tag
 * @param options.catalogues in British English, looked up in order: a module's own first, then the shared one
 * @param options.translations their other languages; the one of the locale is fetched, and one that does not come gives way to English
 * @param options.overrides a host's own words, ICU source texts by id; one that cannot be used gives way to ours
 * @param options.clock bounds the wait for what is fetched
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

  /** Where a message is looked for, best first, and whose rules it is formatted by. */
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
    // Not kept while the parser is on its way: a better wording may follow.
    if (complete) formats.set(id, made);
    return made;
  }

  function parts<T>(id: string, values: Readonly<Record<string, string | number | undefined | T>>): (string | T)[] {
    const given = Object.entries(values).map(([name, value]) => {
      const known = value ?? t('name.unknown');
      return [name, isString(known) ? new Words(known) : known];
    });
    for (const wording of wordings(id)) {
      const pieces = attempt(() => wording.formatToParts<T | Words>(Object.fromEntries(given)));
      if (pieces)
        return pieces.map(({ value }) => (value instanceof Words ? isolate(value.toString(), direction) : value));
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

  /** All or nothing, so that no screen mixes two languages. */
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
      const spoken =
        translated.length > 0 ||
        catalogues.every((catalogue) => Object.keys(catalogue).every((id) => Object.hasOwn(overrides, id)));
      return spoken ? locale : english;
    },
    parts,
    t,
    has,
    ready,
  };
}

/** A string to fill in. The formatter leaves objects as they are, and chooses by them as by their string. */
class Words {
  constructor(private readonly text: string) {}
  toString(): string {
    return this.text;
  }
}

const isString = (value: unknown): value is string => typeof value === 'string';

/** What was fetched. Rejects, with cause and cure, when it did not come in time. */
async function inTime<T>(what: string, fetching: Promise<T>, clock: Clock | undefined): Promise<T> {
  try {
    return await (clock ? within(clock, patience, 'there was no answer', fetching) : fetching);
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

/** In development mistakes in messages are thrown; in production they count as missing. */
function attempt<T extends object>(make: () => T): T | undefined {
  try {
    return make();
  } catch (error) {
    if (inDevelopment()) throw error;
    return undefined;
  }
}
