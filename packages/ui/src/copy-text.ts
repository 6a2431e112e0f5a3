/** Copies a text; whether it worked. Plain-HTTP pages of another machine have no clipboard, and frames may be denied it. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
