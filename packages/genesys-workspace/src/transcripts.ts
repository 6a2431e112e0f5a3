import type { SaidMessage } from '@baton/adapter-kit';
import type { Context } from './context';
import { pathOf } from './context';
import { isOwn, messageOf } from './mapping';
import { Transcript } from './wire';
import type { WireMessage } from './wire';

/** The messages of the agent's conversations. */
export interface Transcripts {
  /** The whole transcript: the product counts joins and typing too, so that the kit has to count itself. */
  read(interactionId: string): Promise<SaidMessage[]>;
  /** New entries. Reads the whole transcript if one is missing before them. */
  take(interactionId: string, entries: readonly WireMessage[]): Promise<SaidMessage[]>;
  /** The agent is about to send this text: its entry names no command. */
  expect(commandId: string, interactionId: string, text: string): void;
  /** The text was refused. */
  unexpect(commandId: string): void;
  /** The conversation has left. */
  drop(interactionId: string): void;
}

interface Sent {
  commandId: string;
  interactionId: string;
  text: string;
}

export function createTranscripts(context: Context): Transcripts {
  const { api, me, options, operations } = context;
  const nickname = options.nickname ?? me.name;
  /** The index of the last entry; undefined if entries are missing before the next one. */
  const lastIndex = new Map<string, number>();
  const sent: Sent[] = [];

  function said(interactionId: string, entries: readonly WireMessage[]): SaidMessage[] {
    return [...entries]
      .sort((a, b) => a.index - b.index)
      .flatMap((entry) => {
        const commandId = isOwn(entry, nickname) ? commandOf(interactionId, entry.text) : undefined;
        return messageOf(entry, me, nickname, commandId) ?? [];
      });
  }

  /** The oldest of the agent's texts with these words that has no entry yet. */
  function commandOf(interactionId: string, text: string | undefined): string | undefined {
    const at = sent.findIndex((one) => one.interactionId === interactionId && one.text === text);
    const [found] = at < 0 ? [] : sent.splice(at, 1);
    if (found) operations.confirm(found.commandId);
    return found?.commandId;
  }

  async function read(interactionId: string): Promise<SaidMessage[]> {
    lastIndex.delete(interactionId);
    const { messages } = await api.get(pathOf(context, interactionId, 'messages'), Transcript);
    return keep(interactionId, messages);
  }

  /** Entries that are known already keep the command that they were matched with. */
  function keep(interactionId: string, entries: readonly WireMessage[]): SaidMessage[] {
    const isNew = ({ index }: WireMessage) => index > (matched.get(interactionId) ?? -1);
    const old = entries.filter((entry) => !isNew(entry)).flatMap((entry) => messageOf(entry, me, nickname) ?? []);
    const added = said(interactionId, entries.filter(isNew));
    const last = Math.max(-1, ...entries.map(({ index }) => index));
    lastIndex.set(interactionId, last);
    matched.set(interactionId, Math.max(last, matched.get(interactionId) ?? -1));
    return [...old, ...added];
  }
  /** Up to which index entries were matched with commands. */
  const matched = new Map<string, number>();

  return {
    read,
    async take(interactionId, entries) {
      const last = lastIndex.get(interactionId);
      const fresh = entries.filter(({ index }) => index > (last ?? -1)).sort((a, b) => a.index - b.index);
      const follows = last !== undefined && fresh.every(({ index }, at) => index === last + 1 + at);
      if (follows) return keep(interactionId, fresh);
      try {
        return await read(interactionId);
      } catch {
        // Better out of order than lost: the next entry has the whole read again.
        const late = said(interactionId, fresh);
        return late;
      }
    },
    expect: (commandId, interactionId, text) => void sent.push({ commandId, interactionId, text }),
    unexpect(commandId) {
      const at = sent.findIndex((one) => one.commandId === commandId);
      if (at >= 0) sent.splice(at, 1);
    },
    drop(interactionId) {
      lastIndex.delete(interactionId);
      matched.delete(interactionId);
    },
  };
}
