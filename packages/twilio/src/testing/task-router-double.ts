import type { Activity, Reservation, Task, TaskQueue, Transfer, Worker } from './model';
import {
  accountSid,
  activityPayload,
  channelPayload,
  pagePayload,
  queuePayload,
  reservationAnswer,
  reservationPayload,
  taskPayload,
  transferPayload,
  workerPayload,
  workspaceSid,
} from './payloads';

/** What a request is answered with. */
export interface Answer {
  status: number;
  payload: object;
}

type Send = (frame: { event_type: string; payload: object }) => void;

/** A stand-in for TaskRouter, as far as the adapter uses it, in the words of its wire. */
export interface TaskRouterDouble {
  readonly activities: { available: Activity; break: Activity; offline: Activity };
  addWorker(name: string, activity?: Activity): Worker;
  addQueue(name: string, members: Worker[]): TaskQueue;
  /** A task that a worker has accepted. */
  addTask(queue: TaskQueue, attributes: Record<string, unknown>, worker: Worker): Reservation;
  /** Offers a new task to a worker, as routing does. */
  offerTask(queue: TaskQueue, attributes: Record<string, unknown>, worker: Worker): Reservation;
  /** Takes an offer back, as TaskRouter does when another worker was faster. */
  rescind(reservation: Reservation): void;
  cancelTask(reservation: Reservation): void;
  /** What a worker does in another window, or a supervisor for them. */
  endReservation(sid: string, status: 'rejected' | 'completed'): void;
  /** Tells a worker something, for what this stand-in does not do by itself. */
  tell(worker: Worker, type: string, payload: object): void;
  reservationsOf(worker: Worker): Reservation[];
  request(worker: Worker, method: string, url: string, params: Readonly<Record<string, unknown>>): Answer;
  /** Connects a window of a worker. Returns what ends it. */
  connect(worker: Worker, send: Send): () => void;
  workerOf(sid: string): Worker | undefined;
}

export interface TaskRouterDoubleOptions {
  tokenLifetimeMs?: number;
  /** How long a worker has to answer. Default 30 s. */
  timeoutSeconds?: number;
  /** Told when a worker has taken a task, and when they have no part in it any more. */
  onAssigned?(worker: Worker, task: Task): void;
  onReleased?(worker: Worker, task: Task): void;
}

export function createTaskRouterDouble(options: TaskRouterDoubleOptions = {}): TaskRouterDouble {
  const { tokenLifetimeMs = 3_600_000, timeoutSeconds = 30 } = options;
  const workers = new Map<string, Worker>();
  const queues = new Map<string, TaskQueue>();
  const reservations = new Map<string, Reservation>();
  const transfers = new Map<string, Transfer>();
  const windows = new Map<Worker, Set<Send>>();
  let count = 0;
  const nextSid = (prefix: string) => `${prefix}${String(++count).padStart(4, '0')}`;

  const activity = (name: string, available: boolean): Activity => ({ sid: nextSid('WA'), name, available });
  const activities = {
    offline: activity('Offline', false),
    available: activity('Available', true),
    break: activity('Break', false),
  };

  function tell(worker: Worker, event_type: string, payload: object): void {
    for (const send of windows.get(worker) ?? []) send({ event_type, payload });
  }

  function reserve(worker: Worker, task: Task, more: Partial<Reservation> = {}): Reservation {
    const at = { createdAt: Date.now(), version: 0, timeoutSeconds };
    const reservation: Reservation = { ...at, sid: nextSid('WR'), worker, task, status: 'pending', ...more };
    reservations.set(reservation.sid, reservation);
    return reservation;
  }

  function offer(worker: Worker, task: Task, transfer?: Transfer): Reservation {
    const reservation = reserve(worker, task, transfer && { transfer });
    task.status = 'reserved';
    const timer = setTimeout(() => endOffer(reservation, 'timeout'), timeoutSeconds * 1_000);
    reservation.stopTimer = () => clearTimeout(timer);
    tell(worker, 'reservation.created', reservationPayload(reservation));
    return reservation;
  }

  function change(reservation: Reservation, status: Reservation['status']): void {
    reservation.stopTimer?.();
    Object.assign(reservation, { status, version: reservation.version + 1 });
    const type = status === 'wrapping' ? 'wrapup' : status;
    tell(reservation.worker, `reservation.${type}`, reservationPayload(reservation));
  }

  function endOffer(reservation: Reservation, status: 'rejected' | 'timeout'): void {
    const { transfer, task } = reservation;
    change(reservation, status);
    if (transfer?.status !== 'initiated') return;
    const why = status === 'rejected' ? 'on reservation reject' : 'because the reservation timed out';
    const next = nextOf(transfer);
    if (next) {
      transfer.reason = `Transfer attempt failed ${why}`;
      tellTransfer(transfer, 'attempt-failed');
      askNext(transfer);
      return;
    }
    Object.assign(transfer, { status: 'failed', reason: `Transfer failed ${why}` });
    task.status = 'assigned';
    tellTransfer(transfer, 'failed');
    tell(transfer.from.worker, 'task.updated', taskPayload(task));
  }

  function nextOf({ to, asked, from }: Transfer): Worker | undefined {
    const candidates = to.type === 'WORKER' ? [workers.get(to.sid)] : (queues.get(to.sid)?.members ?? []);
    return candidates.find(
      (one): one is Worker =>
        one !== undefined && one.activity.available && one !== from.worker && !asked.includes(one),
    );
  }

  function askNext(transfer: Transfer): void {
    const worker = nextOf(transfer);
    if (!worker) return;
    transfer.asked.push(worker);
    offer(worker, transfer.from.task, transfer);
  }

  function tellTransfer(transfer: Transfer, what: string): void {
    tell(transfer.from.worker, `task.transfer-${what}`, transferPayload(transfer));
  }

  function startTransfer(worker: Worker, params: Readonly<Record<string, unknown>>): Answer {
    const from = reservations.get(String(params['ReservationSid']));
    if (from?.worker !== worker || from.status !== 'accepted') return refused(400, 'The reservation is not accepted.');
    if (from.outgoing?.status === 'initiated') return refused(409, 'The task is being transferred.');
    const sid = String(params['To']);
    const type = queues.has(sid) ? 'QUEUE' : 'WORKER';
    if (type === 'WORKER' && !workers.has(sid)) return refused(404, 'There is no such worker.');
    const attributes = params['Attributes'];
    if (typeof attributes === 'object' && attributes !== null) Object.assign(from.task.attributes, attributes);
    const mode = params['Mode'] === 'COLD' ? 'COLD' : 'WARM';
    const transfer: Transfer = {
      ...{ sid: nextSid('TT'), from, to: { sid, type }, mode, status: 'initiated', asked: [] },
      createdAt: Date.now(),
    };
    if (!nextOf(transfer)) return refused(400, 'No worker of the target is available.');
    from.outgoing = transfer;
    transfers.set(transfer.sid, transfer);
    tellTransfer(transfer, 'initiated');
    askNext(transfer);
    // In a cold transfer the sender's part ends here.
    if (mode === 'COLD') change(from, 'wrapping');
    return done(transferPayload(transfer));
  }

  function cancelTransfer(worker: Worker, sid: string): Answer {
    const transfer = transfers.get(sid);
    if (transfer?.from.worker !== worker) return refused(404, 'There is no such transfer.');
    if (transfer.status !== 'initiated') return refused(400, 'The transfer has ended.');
    transfer.status = 'canceled';
    transfer.from.task.status = 'assigned';
    for (const one of reservations.values()) {
      if (one.transfer === transfer && one.status === 'pending') change(one, 'canceled');
    }
    tellTransfer(transfer, 'canceled');
    return done(transferPayload(transfer));
  }

  function accept(reservation: Reservation): void {
    const { transfer, task, worker } = reservation;
    task.status = 'assigned';
    options.onAssigned?.(worker, task);
    change(reservation, 'accepted');
    if (!transfer) return;
    transfer.status = 'complete';
    tellTransfer(transfer, 'completed');
    options.onReleased?.(transfer.from.worker, task);
  }

  function updateReservation(worker: Worker, sid: string, wanted: unknown): Answer {
    const reservation = reservations.get(sid);
    if (reservation?.worker !== worker) return refused(404, 'There is no such reservation.');
    const { status } = reservation;
    const isOpen = status === 'accepted' || status === 'wrapping';
    if (wanted === 'accepted' && status === 'pending') accept(reservation);
    else if (wanted === 'rejected' && status === 'pending') endOffer(reservation, 'rejected');
    else if ((wanted === 'completed' || wanted === 'wrapping') && isOpen) change(reservation, wanted);
    else return refused(400, `A reservation that is ${status} cannot become ${String(wanted)}.`);
    return done(reservationAnswer(reservation));
  }

  function setActivity(worker: Worker, sid: unknown): Answer {
    const wanted = Object.values(activities).find((one) => one.sid === sid);
    if (!wanted) return refused(404, 'There is no such activity.');
    Object.assign(worker, { activity: wanted, changedAt: Date.now(), version: worker.version + 1 });
    tell(worker, 'worker.activity.update', workerPayload(worker));
    return done(workerPayload(worker));
  }

  const openReservationsOf = (worker: Worker) =>
    [...reservations.values()].filter(
      (one) => one.worker === worker && ['pending', 'accepted', 'wrapping'].includes(one.status),
    );

  function post(worker: Worker, path: string[], params: Readonly<Record<string, unknown>>): Answer {
    const [, , list, , resource, sid] = path;
    if (list !== 'Workers') return refused(404, 'There is no such list.');
    if (resource === undefined) return setActivity(worker, params['ActivitySid']);
    if (resource === 'Reservations' && sid) return updateReservation(worker, sid, params['ReservationStatus']);
    if (resource === 'Transfers') return sid ? cancelTransfer(worker, sid) : startTransfer(worker, params);
    return refused(404, 'There is no such resource.');
  }

  function get(worker: Worker, [, , list, sid, resource]: string[]): Answer {
    if (list === 'Activities') return done(pagePayload(Object.values(activities).map(activityPayload)));
    if (list === 'TaskQueues') {
      if (!sid) return done(pagePayload([...queues.values()].map(queuePayload)));
      const queue = queues.get(sid);
      return queue ? done(queuePayload(queue)) : refused(404, 'There is no such queue.');
    }
    if (list !== 'Workers') return refused(404, 'There is no such list.');
    if (!sid) return done(pagePayload([...workers.values()].map(workerPayload)));
    if (resource === 'WorkerChannels') return done(pagePayload([channelPayload(worker)]));
    if (resource === 'Reservations') return done(pagePayload(openReservationsOf(worker).map(reservationPayload)));
    const found = workers.get(sid);
    return found ? done(workerPayload(found)) : refused(404, 'There is no such worker.');
  }

  const newTask = (queue: TaskQueue, attributes: Record<string, unknown>): Task => ({
    ...{ sid: nextSid('WT'), attributes, queue, status: 'assigned', createdAt: Date.now(), version: 0 },
  });

  return {
    activities,
    addWorker(name, activityNow = activities.offline) {
      const worker = { sid: nextSid('WK'), name, activity: activityNow, changedAt: Date.now(), version: 0 };
      workers.set(worker.sid, worker);
      return worker;
    },
    addQueue(name, members) {
      const queue = { sid: nextSid('WQ'), name, members };
      queues.set(queue.sid, queue);
      return queue;
    },
    addTask(queue, attributes, worker) {
      const reservation = reserve(worker, newTask(queue, attributes), { status: 'accepted' });
      options.onAssigned?.(worker, reservation.task);
      tell(worker, 'reservation.created', reservationPayload({ ...reservation, status: 'pending' }));
      tell(worker, 'reservation.accepted', reservationPayload(reservation));
      return reservation;
    },
    offerTask: (queue, attributes, worker) => offer(worker, newTask(queue, attributes)),
    rescind: (reservation) => change(reservation, 'rescinded'),
    cancelTask(reservation) {
      reservation.task.status = 'canceled';
      change(reservation, 'canceled');
    },
    endReservation(sid, status) {
      const worker = reservations.get(sid)?.worker;
      if (worker) updateReservation(worker, sid, status);
    },
    tell,
    reservationsOf: openReservationsOf,
    request(worker, method, url, params) {
      const path = url.split('/');
      return method === 'GET' ? get(worker, path) : post(worker, path, params);
    },
    connect(worker, send) {
      const sends = windows.get(worker) ?? new Set();
      windows.set(worker, sends.add(send));
      const init = { account_sid: accountSid, workspace_sid: workspaceSid, channel_id: worker.sid };
      send({ event_type: 'init', payload: { ...init, token_lifetime: tokenLifetimeMs } });
      return () => sends.delete(send);
    },
    workerOf: (sid) => workers.get(sid),
  };
}

const done = (payload: object): Answer => ({ status: 200, payload });
const refused = (status: number, message: string): Answer => ({ status, payload: { message } });
