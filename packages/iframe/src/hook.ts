/** Calls code of the page's own: a mistake in there takes nothing of ours down, and does not go unseen. */
export function hook(call: () => void): void {
  try {
    call();
  } catch (error) {
    reportError(error);
  }
}
