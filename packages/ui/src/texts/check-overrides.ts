import { messageOf } from '@baton/runtime';
import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { canCompile, compile } from './parser';
import type { Catalogue } from './parser';

/**
 * The problems of a host's own texts, one line each, with the cause. Checked are texts for ids of the first catalogue, the
 * module's own, and ids that begin like one of those but do not exist. All others may belong to other modules.
 */
export function problemsOf(
  overrides: Readonly<Record<string, string>>,
  [own = {}, ...others]: readonly Catalogue[],
): string[] {
  const rooms = new Set(others.length === 0 ? [] : Object.keys(own).map(roomOf));
  return Object.entries(overrides).flatMap(([id, text]) => {
    const ours = Object.hasOwn(own, id) ? own[id] : undefined;
    if (ours !== undefined) return problemOf(text, ours).map((problem) => `"${id}" ${problem}`);
    const isKnown = !rooms.has(roomOf(id)) || others.some((catalogue) => Object.hasOwn(catalogue, id));
    return isKnown ? [] : [`"${id}" is no message of this module`];
  });
}

const roomOf = (id: string): string => id.split('.', 1)[0] ?? id;

function problemOf(text: string, ours: Catalogue[string]): string[] {
  if (!canCompile(text)) return [];
  try {
    const given = namesIn(compile(ours));
    const unknown = [...namesIn(compile(text))].filter((name) => !given.has(name));
    return unknown.map(
      (name) => `asks for {${name}}; it is given ${[...given].map((one) => `{${one}}`).join(', ') || 'nothing'}`,
    );
  } catch (error) {
    return [`is not valid ICU: ${messageOf(error)}`];
  }
}

/** The parser's `TYPE.literal`. Importing that would import the whole parser. */
const literal = 0;

/** The names of the values that a message is filled with. */
function namesIn(message: readonly MessageFormatElement[]): Set<string> {
  const names = new Set<string>();
  for (const element of message) {
    const kind: number = element.type;
    if ('value' in element && kind !== literal) names.add(element.value);
    if ('options' in element)
      for (const { value } of Object.values(element.options)) for (const name of namesIn(value)) names.add(name);
    if ('children' in element) for (const name of namesIn(element.children)) names.add(name);
  }
  return names;
}
