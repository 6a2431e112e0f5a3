/** Copies a text. Returns whether that worked: pages without HTTPS have no clipboard, and frames may be denied it. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
