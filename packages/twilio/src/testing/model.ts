/** The state of the stand-in for TaskRouter. */
export interface Activity {
  sid: string;
  name: string;
  available: boolean;
}

export interface Worker {
  sid: string;
  name: string;
  activity: Activity;
  changedAt: number;
  version: number;
}

export interface TaskQueue {
  sid: string;
  name: string;
  /** In the order in which they are asked. */
  members: Worker[];
}

export interface Task {
  sid: string;
  attributes: Record<string, unknown>;
  queue: TaskQueue;
  status: 'pending' | 'reserved' | 'assigned' | 'wrapping' | 'completed' | 'canceled';
  createdAt: number;
  version: number;
}

export interface Transfer {
  sid: string;
  from: Reservation;
  to: { sid: string; type: 'WORKER' | 'QUEUE' };
  mode: string;
  status: 'initiated' | 'complete' | 'failed' | 'canceled';
  reason?: string;
  /** Workers who were asked. */
  asked: Worker[];
  createdAt: number;
}

export interface Reservation {
  sid: string;
  worker: Worker;
  task: Task;
  status: 'pending' | 'accepted' | 'rejected' | 'timeout' | 'canceled' | 'rescinded' | 'wrapping' | 'completed';
  timeoutSeconds: number;
  createdAt: number;
  version: number;
  /** The transfer that it is offered by. */
  transfer?: Transfer;
  /** The transfer that its worker has begun. */
  outgoing?: Transfer;
  stopTimer?: () => void;
}
