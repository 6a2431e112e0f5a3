import { knownOr } from '@baton/contracts';
import type { Known, TargetProblem, TransferFailure } from '@baton/contracts';
import type { TextId } from '../texts';

export type TransferAction = 'cancel' | 'redirect' | 'tryAgain' | 'findAnother';

interface FailureTexts {
  title: TextId;
  help: TextId;
  actions: readonly TransferAction[];
}

/** The texts about a failure, and the actions that may help. */
export function failureTexts(reason: TransferFailure): FailureTexts {
  return failures[knownOr(reason, 'unknown')];
}

const failures: Readonly<Record<Known<TransferFailure> | 'unknown', FailureTexts>> = {
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
  unsupported: targetProblem('unsupported'),
  unknown: targetProblem('unknown'),
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

function targetProblem<
  R extends Known<TargetProblem> | 'permission' | 'notFound' | 'poolEmpty' | 'unsupported' | 'unknown',
>(reason: R) {
  return {
    title: `transfer.failed.${reason}`,
    help: `transfer.failed.${reason}.help`,
    actions: ['findAnother'],
  } as const;
}
