import type { Command, CommandTaken } from '@baton/contracts';
import type { Answer } from '../contact-centre';
import type { Action } from '../control/actions';
import type { ContactCentreControl, Happened } from '../control/operations';
import type { Overview } from '../control/overview';
import type { AdjustableClock } from './adjustable-clock';
import type { AskedCommands } from './asked-commands';
import type { Streams } from './streams';

/** What control needs of a contact centre. */
export interface Controlled {
  inTurn<T>(work: () => Promise<T>): Promise<T>;
  time: AdjustableClock;
  streams: Streams;
  asked: AskedCommands;
  /** Stores that the clock has been moved, and runs what is overdue. */
  moved(): Promise<void>;
  /** Runs what is overdue, and sets the clock's rate. */
  setRate(rate: number): Promise<void>;
  /** Lets something happen by hand. */
  act(action: Action): Promise<Answer<null>>;
  /** Lets an agent send a command. */
  take(agentId: string, command: Command): Promise<Answer<CommandTaken>>;
  overview(): Overview;
  happened(): Answer<Happened>;
  beginAgain(): Promise<void>;
}

const done = { ok: true, value: null } as const;

/** The operations of control, each in its turn. */
export function controlOf(centre: Controlled): ContactCentreControl {
  const { inTurn, act, streams, time } = centre;

  const doing = (work: () => Promise<void> | void) =>
    inTurn(async () => {
      await work();
      return done;
    });
  const answering = <T>(value: () => T) => inTurn(async () => ({ ok: true as const, value: value() }));
  const acting = (action: Action) => inTurn(() => act(action));

  return {
    clock: () => answering(() => time.setting()),
    setRate: ({ rate }) =>
      doing(async () => {
        await centre.setRate(rate);
        streams.sendTime();
      }),
    advance: ({ ms }) =>
      doing(async () => {
        time.set({ time: time.now() + ms });
        await centre.moved();
        // Clients learn of the moved clock with a heartbeat.
        streams.sendTime();
      }),
    overview: () => answering(centre.overview),
    happened: () => inTurn(async () => centre.happened()),
    setNetwork: (settings) => acting({ kind: 'setNetwork', settings }),
    dropStreams: () => doing(() => streams.drop()),
    setColleague: (behaviour) => acting({ kind: 'setColleague', ...behaviour }),
    customerStarts: (customer) => acting({ kind: 'customerStarts', ...customer }),
    customerWrites: (text) => acting({ kind: 'customerWrites', ...text }),
    customerSendsImage: (image) => acting({ kind: 'customerSendsImage', ...image }),
    customerEnds: (conversation) => acting({ kind: 'customerEnds', ...conversation }),
    setDirectory: (directory) => acting({ kind: 'setDirectory', ...directory }),
    setPresenceTraffic: (traffic) => acting({ kind: 'setPresenceTraffic', ...traffic }),
    tellAgents: (notice) => acting({ kind: 'notice', ...notice }),
    perform: ({ agentId, command }) => inTurn(() => centre.take(agentId, command)),
    commands: () => answering(() => ({ commands: centre.asked.list() })),
    reset: () =>
      doing(async () => {
        await centre.beginAgain();
        streams.gap();
      }),
  };
}
