/** Commands that Workspace has not confirmed yet, by its answer or by an event. */
export interface Operations {
  /**
   * Waits for whichever comes first: the answer, an event with the command's id, or its effect. Workspace sometimes
   * answers late or never, and many events name no operation.
   *
   * @param effect what is seen when it has happened, such as "owned 42"
   */
  run(commandId: string, effect: string, answer: Promise<void>): Promise<void>;
  /** An event names the command. */
  confirm(commandId: string): void;
  /** An effect is seen. Returns the command that was waiting for it. */
  seen(effect: string): string | undefined;
  /**
   * Workspace has refused by an event. Without an id it is that of the only waiting command. Returns whether one was
   * waiting.
   */
  refused(commandId: string | undefined, cause: Error): boolean;
}

export function createOperations(): Operations {
  interface Waiting {
    effect: string;
    resolve(): void;
    reject(cause: Error): void;
  }
  const waiting = new Map<string, Waiting>();

  return {
    run(commandId, effect, answer) {
      return new Promise<void>((resolve, reject) => {
        waiting.set(commandId, { effect, resolve, reject });
        answer.then(resolve, reject);
      }).finally(() => waiting.delete(commandId));
    },
    confirm: (commandId) => waiting.get(commandId)?.resolve(),
    seen(effect) {
      const found = [...waiting].find(([, one]) => one.effect === effect);
      found?.[1].resolve();
      return found?.[0];
    },
    refused(commandId, cause) {
      const [only] = waiting.size === 1 ? waiting.keys() : [];
      const one = waiting.get(commandId ?? only ?? '');
      one?.reject(cause);
      return one !== undefined;
    },
  };
}
