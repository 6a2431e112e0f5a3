const macNames: Readonly<Record<string, string>> = { Alt: 'Option', Meta: 'Command' };

/**
 * Keys for the eye: "Alt+Shift+A", on a Mac "Option+Shift+A". What
 * `aria-keyshortcuts` wants is the binding itself, without this.
 */
export function describeBinding(keys: string, { mac = false }: { mac?: boolean } = {}): string {
  return mac
    ? keys
        .split('+')
        .map((part) => macNames[part] ?? part)
        .join('+')
    : keys;
}
