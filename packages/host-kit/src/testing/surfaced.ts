/** Collects errors that would be re-thrown as uncaught, so that they fail no test. Lasts until mocks are restored. */
export function collectSurfaced(): unknown[] {
  const shown: unknown[] = [];
  jest.spyOn(globalThis, 'queueMicrotask').mockImplementation((job) => {
    try {
      job();
    } catch (error) {
      shown.push(error);
    }
  });
  return shown;
}
