import type { Activity, Reservation, Task, TaskQueue, Transfer, Worker } from './model';

// What TaskRouter sends, in the shapes that the tests of twilio-taskrouter.js use. The SDK refuses incomplete ones.

export const accountSid = 'AC0001';
export const workspaceSid = 'WS0001';
const owner = { account_sid: accountSid, workspace_sid: workspaceSid };
const channel = { task_channel_sid: 'TC0001', task_channel_unique_name: 'sms' };
const workflow = { workflow_sid: 'WW0001', workflow_name: 'Texts' };
const inSeconds = (ms: number) => Math.floor(ms / 1_000);

export function activityPayload({ sid, name, available }: Activity) {
  return { ...owner, sid, friendly_name: name, available, date_created: 0, date_updated: 0 };
}

export function workerPayload({ sid, name, activity, changedAt, version }: Worker) {
  const at = inSeconds(changedAt);
  return {
    ...owner,
    ...{ sid, friendly_name: name, attributes: JSON.stringify({ full_name: name }), version },
    ...{ activity_sid: activity.sid, activity_name: activity.name, available: activity.available },
    ...{ date_created: 0, date_updated: at, date_status_changed: at },
  };
}

export function channelPayload({ sid }: Worker) {
  return {
    ...owner,
    ...channel,
    ...{ sid: `WC${sid}`, worker_sid: sid, configured_capacity: 5, available: 1, assigned_tasks: 0 },
    ...{ available_capacity_percentage: 100, date_created: 0, date_updated: 0, last_reserved_time: 0 },
  };
}

export function queuePayload({ sid, name }: TaskQueue) {
  return {
    ...owner,
    ...{ sid, friendly_name: name, date_created: 0, date_updated: 0, version: 0, lifo_queue: false },
    ...{ assignment_activity_name: null, assignment_activity_sid: null },
    ...{ reservation_activity_name: null, reservation_activity_sid: null },
    ...{ target_workers: '1==1', max_reserved_workers: 1, task_order: 'FIFO' },
  };
}

export function taskPayload({ sid, attributes, queue, status, createdAt, version }: Task) {
  const at = inSeconds(createdAt);
  return {
    ...owner,
    ...channel,
    ...workflow,
    ...{ sid, attributes: JSON.stringify(attributes), assignment_status: status, version },
    ...{ queue_sid: queue.sid, queue_name: queue.name, priority: 0, reason: null, timeout: 86_400, age: 0 },
    ...{ addons: '{}', routing_target: null, date_created: at, date_updated: at, virtual_start_time: at },
  };
}

export function transferPayload(transfer: Transfer) {
  const { sid, from, to, status, reason, createdAt } = transfer;
  const at = inSeconds(createdAt);
  return {
    ...owner,
    ...{ sid, task_sid: from.task.sid, transfer_to: to.sid, transfer_type: to.type, transfer_mode: transfer.mode },
    ...{ transfer_status: status, date_created: at, date_updated: at },
    ...{ initiating_reservation_sid: from.sid, initiating_worker_sid: from.worker.sid },
    ...{ initiating_queue_sid: from.task.queue.sid, initiating_workflow_sid: workflow.workflow_sid },
    ...(reason !== undefined && { transfer_failed_reason: reason }),
  };
}

/** What a change of a reservation is answered with: nothing of its transfers, which the SDK cannot read there. */
export function reservationAnswer({ sid, worker, task, status, timeoutSeconds, createdAt, version }: Reservation) {
  const at = inSeconds(createdAt);
  return {
    ...owner,
    ...{ sid, worker_sid: worker.sid, worker_name: worker.name, version },
    ...{ reservation_status: status, reservation_timeout: timeoutSeconds, date_created: at, date_updated: at },
    worker_previous_activity_sid: worker.activity.sid,
    task: taskPayload(task),
  };
}

export function reservationPayload(reservation: Reservation) {
  const { transfer, outgoing } = reservation;
  return {
    ...reservationAnswer(reservation),
    ...(transfer ? { task_transfer: transferPayload(transfer) } : {}),
    ...(outgoing?.status === 'initiated' ? { active_outgoing_task_transfer: transferPayload(outgoing) } : {}),
  };
}

export function pagePayload(contents: object[]) {
  const page = { page: 0, total: contents.length, start: 0, end: 0, nextPage: 0, lastPage: 0 };
  return { ...page, contents, meta: { list_key: 'contents' }, after_sid: null, before_sid: null };
}
