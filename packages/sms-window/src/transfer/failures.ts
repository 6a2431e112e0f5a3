import type { TargetProblem, TransferFailure } from '@baton/contracts';
import type { TextId } from '../texts';

export type TransferAction = 'cancel' | 'tryAgain' | 'findAnother';

/** What is said about a failure, and what can be done next. */
export const failures: Readonly<
  Record<TransferFailure, { title: TextId; help: TextId; actions: readonly TransferAction[] }>
> = {
  offline: targetProblem('offline'),
  statusUnknown: targetProblem('statusUnknown'),
  notReady: targetProblem('notReady'),
  afterCallWork: targetProblem('afterCallWork'),
  notForSms: targetProblem('notForSms'),
  atCapacity: targetProblem('atCapacity'),
  self: targetProblem('self'),
  ownQueue: targetProblem('ownQueue'),
  permission: targetProblem('permission'),
  notFound: targetProblem('notFound'),
  poolEmpty: targetProblem('poolEmpty'),
  pending: { title: 'transfer.failed.pending', help: 'transfer.failed.pending.help', actions: [] },
  ended: { title: 'transfer.failed.ended', help: 'transfer.failed.ended.help', actions: [] },
  server: {
    title: 'transfer.failed.server',
    help: 'transfer.failed.server.help',
    actions: ['tryAgain', 'findAnother'],
  },
  unknownOutcome: {
    title: 'transfer.failed.unknownOutcome',
    help: 'transfer.failed.unknownOutcome.help',
    actions: ['tryAgain', 'findAnother'],
  },
};

function targetProblem<R extends TargetProblem | 'permission' | 'notFound' | 'poolEmpty'>(reason: R) {
  return {
    title: `transfer.failed.${reason}`,
    help: `transfer.failed.${reason}.help`,
    actions: ['findAnother'],
  } as const;
}
