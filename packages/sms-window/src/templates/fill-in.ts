/** What the fields of templates stand for, as far as it is known. */
export type Fields = Readonly<Partial<Record<string, string>>>;

/** A text to be written, and the first part of it that the agent has to replace. */
export interface FilledIn {
  text: string;
  open: { start: number; end: number } | undefined;
}

const field = /\{(\w[\w-]*)\}/g;

/** Fills the fields of a template with what is known. The others stay as they are. */
export function fillIn(template: string, fields: Fields): FilledIn {
  // What a name says is not looked through for fields.
  let open: FilledIn['open'];
  let text = '';
  let from = 0;
  for (const { 0: whole, 1: name = '', index } of template.matchAll(field)) {
    const known = Object.hasOwn(fields, name) ? fields[name] : undefined;
    text += template.slice(from, index);
    if (known === undefined) open ??= { start: text.length, end: text.length + whole.length };
    text += known ?? whole;
    from = index + whole.length;
  }
  return { text: text + template.slice(from), open };
}
