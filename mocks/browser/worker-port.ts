import { reads, routingErrorCodes, targetProblems } from '@baton/contracts';
import { transfer, wrap } from 'comlink';
import type { Endpoint } from 'comlink';
import * as v from 'valibot';
import type { ContactCentrePort } from '../service/port';
import type { ServedCentre } from './serve-page';
import { portToSink } from './stream-port';

/** The contact centre in the worker, as a port of this page. Errors in the worker reject here. */
export function connectToWorker(port: Endpoint): ContactCentrePort {
  const worker = wrap<ServedCentre>(port);
  return {
    signInChoices: () => worker.signInChoices(),
    openSession: (request) => worker.openSession(request),
    command: (token, command) => worker.command(token, command),
    read: async (token, name, query) =>
      v.parse(v.union([accepted(reads[name].answer), Refused]), await worker.read(token, name, query)),
    async subscribe(token, cursor, sink) {
      const { port1: here, port2: there } = new MessageChannel();
      const end = portToSink(sink, here);
      const reply = await worker.subscribe(token, cursor, transfer(there, [there]));
      if (reply.ok) return { ok: true, value: end };
      end();
      return reply;
    },
    control: worker.control,
  };
}

const accepted = <T>(value: v.GenericSchema<unknown, T>) => v.object({ ok: v.literal(true), value });

const Refused = v.object({
  ok: v.literal(false),
  problem: v.union([
    v.literal('connectionLost'),
    v.object({
      code: v.picklist(routingErrorCodes),
      detail: v.string(),
      target: v.optional(v.picklist(targetProblems)),
    }),
  ]),
});
