import type { CommandTaken, Result, RoutingCommands, RoutingError } from '@baton/contracts';

type Name = keyof RoutingCommands;
/** One call of a command. */
export interface CommandCall {
  command: Name;
  input: unknown;
}

/** Commands that are recorded instead of sent, and answered as the test says. */
export interface RecordedCommands extends RoutingCommands {
  /** All calls so far, oldest first. */
  readonly calls: readonly CommandCall[];
  /** Inputs of the calls of one command. */
  inputsOf(command: Name): unknown[];
  /** Sets the answer of a command from now on. Default: taken. Pass a promise that never resolves for no answer. */
  answer(command: Name, result: Result<CommandTaken> | Promise<Result<CommandTaken>>): void;
}

/** A refusal, for `answer`. */
export function aRefusal(error: Partial<RoutingError> = {}): Result<never> {
  return {
    ok: false,
    error: { code: 'internal', retryable: false, message: 'Refused by the test', reference: 'ref-1', ...error },
  };
}

export function createRecordedCommands(): RecordedCommands {
  const calls: CommandCall[] = [];
  const answers = new Map<Name, Result<CommandTaken> | Promise<Result<CommandTaken>>>();
  const call = (command: Name, input: unknown) => calls.push({ command, input });

  const ask = (command: Name) => async (input: unknown) => {
    call(command, input);
    const taken: Result<CommandTaken> = { ok: true, value: { commandId: `command-${calls.length}` } };
    return (await answers.get(command)) ?? taken;
  };
  const record = (command: Name) => (input: unknown) => void call(command, input);

  return {
    calls,
    inputsOf: (command) => calls.filter((one) => one.command === command).map((one) => one.input),
    answer: (command, result) => void answers.set(command, result),
    signOut: ask('signOut'),
    setChannelState: ask('setChannelState'),
    startTransfer: ask('startTransfer'),
    returnInteraction: ask('returnInteraction'),
    redirectTransfer: ask('redirectTransfer'),
    cancelTransfer: ask('cancelTransfer'),
    acceptInvitation: ask('acceptInvitation'),
    declineInvitation: ask('declineInvitation'),
    extendInvitation: ask('extendInvitation'),
    setTimeToAnswer: ask('setTimeToAnswer'),
    startInteraction: ask('startInteraction'),
    sendMessage: ask('sendMessage'),
    redeliverMessage: ask('redeliverMessage'),
    writeDraft: record('writeDraft'),
    markSeen: record('markSeen'),
    saveNote: ask('saveNote'),
    completeInteraction: ask('completeInteraction'),
    saveFavourite: ask('saveFavourite'),
    removeFavourite: ask('removeFavourite'),
    addRecent: ask('addRecent'),
    dismissTransfer: record('dismissTransfer'),
    markNoticesRead: record('markNoticesRead'),
    markNoticesUnread: record('markNoticesUnread'),
    deleteNotices: record('deleteNotices'),
    retryMessage: record('retryMessage'),
    discardMessage: record('discardMessage'),
  };
}
