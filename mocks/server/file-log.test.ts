import fs, { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { samsConversation } from '../scenarios/demo-data';
import { memoryLog } from '../service/log';
import type { LogHeader, Log, LogEntry } from '../service/log';
import { createManualClock } from '../testing/manual-clock';
import { createTestCentre, given } from '../testing/test-centre';
import { openFileLog } from './file-log';
import type { FileLogOptions } from './file-log';

let folder: string;
let file: string;
const opened: { close(): void }[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'baton-log-'));
  file = join(folder, 'centre.log');
});
afterEach(() => {
  for (const log of opened.splice(0)) log.close();
  rmSync(folder, { recursive: true });
});

function open(path = file, options: Partial<FileLogOptions> = {}) {
  const log = openFileLog(path, { build: 'this', ...options });
  opened.push(log);
  return log;
}

const header: LogHeader = { startedAt: 1, life: 1, origin: 2, clock: { time: 3, since: 1, rate: 1 }, sessions: {} };
const entry: LogEntry = { input: { at: 1, kind: 'customerEnds', interactionId: 'sms-1' } };

describe('whenever the process is killed', () => {
  const text = fc.string({ unit: 'binary', maxLength: 12 });
  const sessions = fc.dictionary(fc.constantFrom('t1', 't2', 't3'), fc.constantFrom('ana', 'bianca'));
  const entries: fc.Arbitrary<LogEntry> = fc.oneof(
    fc.record({
      input: fc.record({ at: fc.nat(), kind: fc.constant('customerWrites'), interactionId: text, text }),
      happening: text,
    }),
    fc.record({ happening: text }),
  );
  const clocks = fc.record({ time: fc.integer(), since: fc.integer(), rate: fc.nat({ max: 20 }) });
  const change: fc.Arbitrary<(log: Log) => Promise<void>> = fc.oneof(
    { weight: 6, arbitrary: entries.map((kept) => (log: Log) => log.append(kept)) },
    { weight: 2, arbitrary: sessions.map((kept) => (log: Log) => log.setSessions(kept)) },
    { weight: 2, arbitrary: clocks.map((setting) => (log: Log) => log.setClock(setting)) },
    {
      weight: 1,
      arbitrary: fc
        .record({ startedAt: fc.nat(), life: fc.nat(), origin: fc.nat(), clock: clocks, sessions })
        .map((begun) => (log: Log) => log.begin(begun)),
    },
  );

  test('all that was acknowledged is there, and nothing but what was asked for; it goes on from there', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 12 }), fc.nat(), fc.boolean(), async (changes, at, last) => {
        const path = join(mkdtempSync(join(folder, 'run-')), 'centre.log');
        const log = open(path);
        const memory = memoryLog();
        const steps = [];
        for (const make of [(begun: Log) => begun.begin(header), ...changes]) {
          await make(log);
          await make(memory);
          steps.push({ bytes: readFileSync(path), stored: structuredClone(await memory.load()) });
        }
        const after = steps.length === 1 || last ? steps.length - 1 : 1 + (at % (steps.length - 1));
        const [before, acknowledged] = [steps[after - 1], steps[after]];

        // What a kill in the middle of the last change leaves: some of its bytes, or none.
        const left = acknowledged?.bytes ?? Buffer.alloc(0);
        const begun = before !== undefined && left.subarray(0, before.bytes.length).equals(before.bytes);
        const size = begun ? before.bytes.length + (at % (left.length - before.bytes.length + 1)) : left.length;
        const killed = `${path}.killed`;
        writeFileSync(killed, left.subarray(0, size));
        const expected = size === left.length ? acknowledged : before;

        expect(await open(killed).load()).toEqual(expected?.stored);
        await open(killed).append(entry);
        expect((await open(killed).load())?.entries).toEqual([...(expected?.stored?.entries ?? []), entry]);
      }),
    );
  });

  test('in the middle of beginning anew the earlier log is there', async () => {
    const log = open();
    await log.begin(header);
    await log.append(entry);
    writeFileSync(`${file}.next`, '{"build":"this","he');
    expect(await open().load()).toEqual({ ...header, entries: [entry] });
    await open().begin({ ...header, origin: 9 });
    expect(await open().load()).toEqual({ ...header, origin: 9, entries: [] });
  });
});

test('a change that could not be written whole is refused and leaves nothing behind', async () => {
  const log = open();
  await log.begin(header);
  const { writeSync } = fs;
  const full = jest
    .spyOn(fs, 'writeSync')
    .mockImplementationOnce((descriptor) => writeSync(descriptor, '{"ent', statSync(file).size))
    .mockImplementationOnce(() => {
      throw new Error('ENOSPC');
    });
  await expect(log.append({ happening: 'a long story' })).rejects.toThrow('ENOSPC');
  full.mockRestore();
  expect(await open().load()).toEqual({ ...header, entries: [] });
  await log.append(entry);
  expect(await open().load()).toEqual({ ...header, entries: [entry] });
});

describe('a file that cannot be gone on with is set aside, whole', () => {
  test.each([
    ['of another build', `{"build":"other","header":{"of":"another shape"}}\n{"what":"ever"}\n`, 'other'],
    ['without sense in its first line', 'nonsense\n', 'damaged'],
    ['with a line that is none', `${JSON.stringify({ build: 'this', header })}\n{"entry":\n`, 'damaged'],
    ['whose build would lead out of the folder', '{"build":"../x"}\n', 'damaged'],
  ])('%s', async (_, content, why) => {
    writeFileSync(file, content);
    const log = open();
    expect(log.setAside).toBe(`${file}.${why}`);
    expect(readFileSync(`${file}.${why}`, 'utf8')).toBe(content);
    expect(await log.load()).toBeUndefined();
    await log.begin(header);
    expect(open().setAside).toBeUndefined();
  });

  test('but not one that is empty, or was never begun', async () => {
    for (const content of ['', '{"build":"other"']) {
      writeFileSync(file, content);
      expect([open().setAside, await open().load()]).toEqual([undefined, undefined]);
    }
  });
});

test('only its owner can read it', async () => {
  const log = open();
  await log.begin(header);
  expect(statSync(file).mode & 0o077).toBe(0);
  expect(existsSync(`${file}.next`)).toBe(false);
});

describe('a contact centre', () => {
  const toBianca = {
    type: 'startTransfer',
    interactionId: samsConversation,
    target: { kind: 'agent', id: 'bianca', name: 'Bianca Okafor' },
  } as const;

  test('that is killed in the middle of a transfer goes on: transfer, deadline, texts, tokens', async () => {
    const first = createTestCentre({ log: open() });
    const [ana, bianca] = [await first.signIn('ana'), await first.signIn('bianca')];
    await given(ana.send({ type: 'sendMessage', interactionId: samsConversation, text: 'One moment.' }, 'text-1'));
    await given(ana.send(toBianca));
    await first.clock.advance(10_000);
    const before = await given(first.centre.read(ana.token, 'snapshot', {}));
    // No goodbye: the file is all that is left, and half of a line.
    const killed = `${file}.killed`;
    writeFileSync(killed, Buffer.concat([readFileSync(file), Buffer.from('{"entry":{"inp')]));

    const { centre, clock } = createTestCentre({ log: open(killed), clock: createManualClock(first.clock.now()) });
    expect(await centre.resumed).toBe(true);
    const after = await given(centre.read(ana.token, 'snapshot', {}));
    // That streams are lost counts as a step.
    expect(after).toEqual({ ...before, cursor: after.cursor });
    const repeated = { type: 'sendMessage', interactionId: samsConversation, text: 'One moment.', commandId: 'text-1' };
    await given(centre.command(ana.token, { ...repeated, type: 'sendMessage' }));
    const { messages } = await given(centre.read(ana.token, 'messages', { interactionId: samsConversation }));
    expect(messages.filter((message) => message.kind === 'agent' && message.commandId === 'text-1')).toHaveLength(1);
    const [invitation] = (await given(centre.read(bianca.token, 'snapshot', {}))).invitations;
    expect(invitation).toMatchObject({ state: 'offered' });
    await clock.advance(19_999);
    expect((await given(centre.read(ana.token, 'snapshot', {}))).transfers).toMatchObject([{ state: 'pending' }]);
    await clock.advance(1);
    expect((await given(centre.read(ana.token, 'snapshot', {}))).transfers).toMatchObject([{ state: 'expired' }]);
  });

  test('whose file is shortened again and again wakes up as one whose log is whole', async () => {
    const deed = fc.constantFrom(
      toBianca,
      { type: 'sendMessage', interactionId: samsConversation, text: 'Yes.' } as const,
      { type: 'setChannelState', channel: 'sms', state: 'notReady' } as const,
      { type: 'setChannelState', channel: 'sms', state: 'ready' } as const,
      { type: 'signOut' } as const,
      { type: 'signIn', ready: true } as const,
    );
    const scenario = fc.constantFrom('default', 'target-declines', 'queue', 'busy-agent');
    await fc.assert(
      fc.asyncProperty(
        scenario,
        fc.array(fc.tuple(deed, fc.constantFrom(0, 900, 4000, 31_000)), { maxLength: 10 }),
        fc.integer({ min: 1, max: 4 }),
        async (played, deeds, compactAfter) => {
          const path = join(mkdtempSync(join(folder, 'run-')), 'centre.log');
          const wake = async (log: Log, clock = createManualClock()) => {
            const test = createTestCentre({ scenario: played, log, clock });
            return { ...test, state: await test.centre.state() };
          };
          const logs = [memoryLog(), open(path, { compactAfter })];
          const states = [];
          for (const log of logs) {
            const { centre, clock, signIn } = await wake(log);
            const ana = await signIn('ana');
            for (const [at, [command, pause]] of deeds.entries()) {
              await ana.send(command, `deed-${at}`);
              await (at % 2 ? centre.control.advance({ ms: pause }) : clock.advance(pause));
            }
            centre.close();
            await centre.state();
            const again = await wake(log, createManualClock(clock.now()));
            await again.clock.advance(60_000);
            states.push(await again.centre.state());
            again.centre.close();
          }
          expect(states[1]).toEqual(states[0]);
        },
      ),
      { numRuns: 15 },
    );
  });

  test('writes no more than it has to: a long history is a short file', async () => {
    const { centre, signIn } = createTestCentre({ log: open(file, { compactAfter: 50 }) });
    const ana = await signIn('ana');
    for (let count = 0; count < 500; count += 1)
      await given(ana.send({ type: 'setChannelState', channel: 'sms', state: count % 2 ? 'ready' : 'notReady' }));
    await centre.state();
    expect(readFileSync(file, 'utf8').split('\n').length).toBeLessThan(60);
  });

  test('leaves the latest 10,000 changes beside it, to look back at', async () => {
    const { centre, signIn } = createTestCentre({ log: open(file, { compactAfter: 5_000 }) });
    const ana = await signIn('ana');
    for (let count = 0; count < 20_010; count += 1)
      await given(ana.send({ type: 'setChannelState', channel: 'sms', state: count % 2 ? 'ready' : 'notReady' }));
    await centre.state();
    const earlier = readdirSync(folder).filter((name) => name.startsWith('centre.log.until-'));
    expect(earlier).toHaveLength(2);
    const lines = earlier.map((name) => readFileSync(join(folder, name), 'utf8').trim().split('\n').length - 1);
    expect(lines).toEqual([5_000, 5_000]);
    await centre.control.reset();
    expect(readdirSync(folder).filter((name) => name.startsWith('centre.log.until-'))).toEqual([]);
  });
});
