import type { CommandTaken, Result, RoutingCommands, RoutingError } from '@baton/contracts';

type Name = keyof RoutingCommands;
/** One call of a command. */
export interface CommandCall {
  command: Name;
  input: unknown;
}

/** Commands that go nowhere: they remember how they were called, and answer as the test says. */
export interface RecordedCommands extends RoutingCommands {
  /** All calls so far, oldest first. */
  readonly calls: readonly CommandCall[];
  /** Inputs of the calls of one command. */
  inputsOf(command: Name): unknown[];
  /** What a command answers from now on; without it every command is taken. A promise that never resolves: no answer. */
  answer(command: Name, result: Result<CommandTaken> | Promise<Result<CommandTaken>>): void;
}

/** A refusal to answer with. */
export function aRefusal(error: Partial<RoutingError> = {}): Result<never> {
  return {
    ok: false,
    error: { code: 'internal', retryable: false, message: 'Refused by the test', reference: 'ref-1', ...error },
  };
}

export function createRecordedCommands(): RecordedCommands {
  const calls: CommandCall[] = [];
  const answers = new Map<Name, Result<CommandTaken> | Promise<Result<CommandTaken>>>();
  const record = (command: Name, input: unknown) => calls.push({ command, input });

  const ask = (command: Name) => async (input: unknown) => {
    record(command, input);
    const taken: Result<CommandTaken> = { ok: true, value: { commandId: `command-${calls.length}` } };
    return (await answers.get(command)) ?? taken;
  };
  const tell = (command: Name) => (input: unknown) => void record(command, input);

  return {
    calls,
    inputsOf: (command) => calls.filter((call) => call.command === command).map((call) => call.input),
    answer: (command, result) => void answers.set(command, result),
    signOut: ask('signOut'),
    setChannelState: ask('setChannelState'),
    startTransfer: ask('startTransfer'),
    cancelTransfer: ask('cancelTransfer'),
    acceptInvitation: ask('acceptInvitation'),
    declineInvitation: ask('declineInvitation'),
    extendInvitation: ask('extendInvitation'),
    setTimeToAnswer: ask('setTimeToAnswer'),
    sendMessage: ask('sendMessage'),
    redeliverMessage: ask('redeliverMessage'),
    writeDraft: tell('writeDraft'),
    completeInteraction: ask('completeInteraction'),
    saveFavourite: ask('saveFavourite'),
    removeFavourite: ask('removeFavourite'),
    addRecent: ask('addRecent'),
    dismissTransfer: tell('dismissTransfer'),
    markNoticesRead: tell('markNoticesRead'),
    retryMessage: tell('retryMessage'),
    discardMessage: tell('discardMessage'),
  };
}
