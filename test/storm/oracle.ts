import type { StormWindow } from './window';
import type { AgentId } from './server';
import type { ContactCentre } from '../../mocks/service/contact-centre';

/** A text that an agent wrote. Every text is unique. */
export interface Written {
  text: string;
  agentId: AgentId;
  interactionId: string;
}

/**
 * Checks what must hold, from the agents' actions and from the wire alone. It shares no code with the contact centre's
 * model or with the desktop's state.
 */
export interface Oracle {
  /** Violations at any time. */
  now(): Promise<string[]>;
  /** Violations once the networks work and nothing is in progress. */
  inTheEnd(windows: readonly { agentId: AgentId; window: StormWindow }[]): Promise<string[]>;
  /** How often each outcome happened. */
  counts(): Promise<Record<string, number>>;
}

export function createOracle(
  agents: readonly AgentId[],
  centre: () => ContactCentre | undefined,
  written: readonly Written[],
): Oracle {
  const tokens = new Map<AgentId, string>();
  async function look(agentId: AgentId): Promise<Wire | undefined> {
    const at = centre();
    if (!at) return undefined;
    const token = tokens.get(agentId) ?? (await tokenOf(at, agentId));
    const answer = await at.read(token, 'snapshot', {});
    if (answer.ok) return JSON.parse(JSON.stringify(answer.value));
    tokens.delete(agentId);
    return undefined;
  }

  async function tokenOf(at: ContactCentre, agentId: AgentId): Promise<string> {
    const opened = await at.openSession({ agentId });
    if (!opened.ok) throw new Error(`${agentId} cannot be looked at`);
    tokens.set(agentId, opened.value.token);
    return opened.value.token;
  }

  async function lookAtAll(): Promise<[AgentId, Wire][]> {
    const seen: [AgentId, Wire][] = [];
    for (const agentId of agents) {
      const wire = await look(agentId);
      if (wire) seen.push([agentId, wire]);
    }
    return seen;
  }

  /** The texts of each conversation. */
  async function transcripts(): Promise<Map<string, string[]>> {
    const at = centre();
    const state = at && JSON.parse(JSON.stringify(await at.state()));
    const found = new Map<string, string[]>();
    for (const { id, row } of rows<{ pages: { text?: string }[][] }>(state?.transcripts)) {
      found.set(
        id,
        row.pages.flat().map(({ text }) => text ?? ''),
      );
    }
    return found;
  }

  return {
    async now() {
      const seen = await lookAtAll();
      if (seen.length < agents.length) return [];
      const owners = new Map<string, string[]>();
      for (const [agentId, { interactions }] of seen)
        for (const { id } of interactions) owners.set(id, [...(owners.get(id) ?? []), agentId]);
      return [...owners].filter(([, all]) => all.length > 1).map(([id, all]) => `${id} has two owners: ${all.join()}`);
    },

    async inTheEnd(windows) {
      const faults: string[] = [];
      const wires = new Map(await lookAtAll());
      for (const [index, { agentId, window }] of windows.entries()) {
        const name = `window ${index} of ${agentId}`;
        const wire = wires.get(agentId);
        if (!wire) {
          faults.push(`${name}: the contact centre does not answer`);
          continue;
        }
        const state: Shown = JSON.parse(JSON.stringify(window.state()));
        if (JSON.stringify(state.connection) !== '{"state":"live"}')
          faults.push(`${name} is ${JSON.stringify(state.connection)}`);
        for (const [what, shown, told] of pairs(state, wire))
          if (shown !== told) faults.push(`${name}: ${what}: shows ${shown}, the contact centre says ${told}`);
        if (window.unanswered() > 0) faults.push(`${name}: ${window.unanswered()} commands hang`);
        for (const { text, status } of Object.values(state.outbox))
          if (status.state === 'sending') faults.push(`${name}: “${text}” is being sent for ever`);
        for (const transfer of Object.values(state.shownTransfers))
          if (transfer.state === 'requesting') faults.push(`${name}: a transfer is being asked for for ever`);
      }

      const sent = await transcripts();
      for (const { text, agentId, interactionId } of written) {
        const places = [...sent].flatMap(([id, texts]) =>
          texts.flatMap((one) => words(one).map((word) => ({ id, word }))),
        );
        const found = places.filter(({ word }) => word === text);
        if (found.length > 1) faults.push(`“${text}” was sent ${found.length} times`);
        if (found.some(({ id }) => id !== interactionId)) faults.push(`“${text}” reached another customer`);
        if (found.length > 0) continue;
        const own = windows.filter((one) => one.agentId === agentId);
        for (const [index, { window }] of own.entries()) {
          const { outbox, drafts, notices } = window.state();
          const inSight = JSON.stringify([outbox, drafts, notices]);
          if (!words(inSight).includes(text)) faults.push(`“${text}” is nowhere in window ${index} of ${agentId}`);
        }
      }
      return faults;
    },

    async counts() {
      const at = centre();
      const state = at && JSON.parse(JSON.stringify(await at.state()));
      const counts: Record<string, number> = { 'texts written': written.length };
      const sent = [...(await transcripts()).values()].flat().flatMap(words);
      counts['texts that reached their customer'] = sent.length;
      for (const { row } of rows<{ transfer: { state: string } }>(state?.transfers)) {
        const name = `transfers ${row.transfer.state}`;
        counts[name] = (counts[name] ?? 0) + 1;
      }
      return counts;
    },
  };
}

/** The rows of one of the model's tables. */
const rows = <T>(table?: { nodes: { id: string; row: T }[][][] }) => table?.nodes.flat(2) ?? [];

const words = (text: string): readonly string[] => text.match(/\bT\d+T\b/g) ?? [];

interface Wire {
  agent: { presence: { state: string }; channels: { channel: string; state: string }[] };
  interactions: { id: string; owner?: { id: string }; state?: string }[];
  messages: { interactionId: string; messages: { text?: string }[] }[];
  transfers: { id: string; interactionId: string; state: string }[];
  invitations: { id: string; state: string }[];
  notices: { id: string }[];
}

interface Shown {
  connection: object;
  agent?: Wire['agent'];
  interactions: Record<string, Wire['interactions'][number]>;
  conversations: Record<string, { messages: { text?: string }[] }>;
  shownTransfers: Record<string, { id?: string; interactionId: string; state: string }>;
  invitations: Record<string, { id: string; state: string }>;
  outbox: Record<string, { text: string; status: { state: string } }>;
  notices: Record<string, { id: string }>;
}

/** Pairs of what a desktop shows and what the contact centre says. */
function pairs(shown: Shown, told: Wire): [what: string, shown: string, told: string][] {
  const list = (things: string[]) => things.toSorted().join(' ');
  const work = (agent: Wire['agent'] | undefined) =>
    agent && [agent.presence.state, ...agent.channels.map(({ channel, state }) => `${channel} ${state}`)].join();
  const pending = (transfers: { id?: string; state: string }[]) =>
    list(transfers.filter(({ state }) => state === 'pending').map(({ id }) => String(id)));
  const offered = (invitations: { id: string; state: string }[]) =>
    list(invitations.filter(({ state }) => state === 'offered').map(({ id }) => id));
  const shownNotices = Object.keys(shown.notices);
  return [
    ['status', String(work(shown.agent)), String(work(told.agent))],
    ['conversations', list(Object.keys(shown.interactions)), list(told.interactions.map(({ id }) => id))],
    ['pending transfers', pending(Object.values(shown.shownTransfers)), pending(told.transfers)],
    ['invitations', offered(Object.values(shown.invitations)), offered(told.invitations)],
    [
      'notices',
      list(told.notices.map(({ id }) => id).filter((id) => shownNotices.includes(id))),
      list(told.notices.map(({ id }) => id)),
    ],
    ...told.interactions.map(({ id }): [string, string, string] => [
      `texts of ${id}`,
      (shown.conversations[id]?.messages ?? []).map(({ text }) => text).join('|'),
      (told.messages.find(({ interactionId }) => interactionId === id)?.messages ?? [])
        .map(({ text }) => text)
        .join('|'),
    ]),
  ];
}
