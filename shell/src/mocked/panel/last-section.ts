const key = 'baton.panel.section';

/** The section that was chosen last in this window, if it is one of `ids`. Some browsers keep nothing. */
export function lastSection<Id extends string>(ids: readonly Id[]): Id | undefined {
  try {
    const kept = sessionStorage.getItem(key);
    return ids.find((id) => id === kept);
  } catch {
    return undefined;
  }
}

/** Remembers a section until the window is closed. */
export function rememberSection(id: string): void {
  try {
    sessionStorage.setItem(key, id);
  } catch {
    // It is not remembered.
  }
}
