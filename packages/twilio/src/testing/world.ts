import type { BackendHost, Random, RoutingBackend } from '@baton/contracts';
import { systemClock } from '@baton/runtime';
import { twilioBackend } from '../backend';
import type { TwilioOptions } from '../options';
import { createConversationsDouble } from './conversations-double';
import type { ConversationsDouble } from './conversations-double';
import type { Reservation, TaskQueue, Worker } from './model';
import { serveTaskRouter, tokenOf } from './server';
import type { TaskRouterServer } from './server';
import { createTaskRouterDouble } from './task-router-double';
import type { TaskRouterDouble, TaskRouterDoubleOptions } from './task-router-double';

/** The SDK against a stand-in for Twilio, with three workers. Ana has a conversation. */
export interface TwilioWorld {
  taskRouter: TaskRouterDouble;
  server: TaskRouterServer;
  conversations: ConversationsDouble;
  ana: Worker;
  bianca: Worker;
  chen: Worker;
  queue: TaskQueue;
  /** Ana's reservation of the conversation `conversationSid`. */
  reservation: Reservation;
  conversationSid: string;
  random: Random;
  /** A further window of a worker. */
  open(worker: Worker, options?: Partial<TwilioOptions>): Promise<RoutingBackend>;
  timePasses(ms: number): Promise<void>;
  close(): Promise<void>;
}

/** No time passes by itself, and requests and sockets are real. Call before the world is made. */
export function stopTime(): void {
  jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'clearImmediate', 'queueMicrotask', 'performance'] });
}

export async function createTwilioWorld(options: TaskRouterDoubleOptions = {}): Promise<TwilioWorld> {
  const conversations = createConversationsDouble();
  const sidOf = ({ attributes }: { attributes: Record<string, unknown> }) => String(attributes['conversationSid']);
  const taskRouter = createTaskRouterDouble({
    // What a host's server does when TaskRouter tells it of a task.
    onAssigned: (worker, task) => conversations.join(sidOf(task), worker.sid),
    onReleased: (worker, task) => conversations.leave(sidOf(task), worker.sid),
    ...options,
  });
  const server = await serveTaskRouter(taskRouter);
  const { available } = taskRouter.activities;
  const [ana, bianca, chen] = [
    taskRouter.addWorker('Ana', available),
    taskRouter.addWorker('Bianca', available),
    taskRouter.addWorker('Chen', available),
  ];
  const queue = taskRouter.addQueue('Billing', [ana, bianca, chen]);
  const conversationSid = 'CH0001';
  conversations.add(conversationSid);
  conversations.customerWrites(conversationSid, 'Hello?');
  const attributes = { conversationSid, customerName: 'Jo', customerAddress: '+447700900123' };
  const reservation = taskRouter.addTask(queue, attributes, ana);
  const random = createRandom();
  const backends: RoutingBackend[] = [];

  async function timePasses(ms: number): Promise<void> {
    await server.settled();
    // In steps, so that heartbeats arrive in between.
    for (let left = ms; left > 0; left -= stepMs) {
      await jest.advanceTimersByTimeAsync(Math.min(left, stepMs));
      await server.settled();
    }
  }

  return {
    ...{
      taskRouter,
      server,
      conversations,
      ana,
      bianca,
      chen,
      queue,
      reservation,
      conversationSid,
      random,
      timePasses,
    },
    async open(worker, more = {}) {
      const make = twilioBackend({
        getToken: async () => tokenOf(worker),
        conversations: conversations.of(worker.sid),
        servers: server.servers,
        ...more,
      });
      const backend = await make(hostOf(worker, random));
      backends.push(backend);
      return backend;
    },
    async close() {
      for (const backend of backends) backend.close?.();
      await server.close();
      jest.clearAllTimers();
    },
  };
}

const stepMs = 5_000;

export function hostOf({ sid: id, name }: Worker, random: Random): BackendHost {
  const stored = new Map<string, string>();
  const storage: BackendHost['storage'] = {
    get: (key) => stored.get(key),
    set: (key, value) => void stored.set(key, value),
    remove: (key) => void stored.delete(key),
    keys: () => [...stored.keys()],
    watch: () => () => undefined,
  };
  return { agent: { id, name }, clock: systemClock, random, storage };
}

function createRandom(): Random {
  let ids = 0;
  return { next: () => 0.5, id: () => `command-${++ids}` };
}
