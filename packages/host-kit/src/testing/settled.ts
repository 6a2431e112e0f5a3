/** Runs the callbacks of all settled promises, and of those that settle through them. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}
