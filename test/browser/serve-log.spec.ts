import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { samsConversation } from '../../mocks/scenarios/demo-data';
import { freePort, startProgram } from './support/programs';
import type { Program } from './support/programs';

const toBianca = {
  type: 'startTransfer',
  interactionId: samsConversation,
  target: { kind: 'agent', id: 'bianca', name: 'Bianca Okafor' },
};

let folder: string;
let file: string;
let port: number;
const programs: Program[] = [];

test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'baton-serve-'));
  file = join(folder, 'centre.log');
  port = await freePort();
});
test.afterEach(async () => {
  for (const program of programs.splice(0)) await program.stop();
  rmSync(folder, { recursive: true });
});

/** Starts `npm run serve` without npm, which would not pass a SIGKILL on. */
async function serve(options = '', env: NodeJS.ProcessEnv = {}) {
  const command = `exec node scripts/serve.js --log ${file} ${options}`;
  const program = startProgram(command, { env: { PORT: String(port), ...env } });
  programs.push(program);
  await expect
    .poll(() => program.output() + (program.exitCode() ?? ''), { timeout: 30_000 })
    .toMatch(/Stop it with Ctrl\+C|\d$/);
  return program;
}

async function ask(path: string, { token = '', body }: { token?: string; body?: object } = {}) {
  const answer = await fetch(`http://localhost:${port}${path}`, {
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    ...(body && { method: 'POST', body: JSON.stringify(body) }),
  });
  expect(answer.status, path).toBeLessThan(300);
  return answer.json();
}

async function signIn(agentId: string) {
  const { token } = await ask('/v1/session', { body: { agentId } });
  await ask('/v1/commands', { token, body: { commandId: `sign-in-${agentId}`, type: 'signIn', ready: true } });
  return {
    snapshot: () => ask('/v1/snapshot', { token }),
    messages: () => ask(`/v1/interactions/${samsConversation}/messages`, { token }),
    send: (commandId: string, command: object) => ask('/v1/commands', { token, body: { commandId, ...command } }),
  };
}

test('a SIGKILL in the middle of a transfer loses nothing: it goes on', async () => {
  const first = await serve();
  expect(first.output()).toContain('It begins anew.');
  const [ana, bianca] = [await signIn('ana'), await signIn('bianca')];
  await ana.send('send-text-1', { type: 'sendMessage', interactionId: samsConversation, text: 'One moment.' });
  await ana.send('start-transfer-1', toBianca);
  const before = await ana.snapshot();
  await first.stop('SIGKILL');
  // Half a line is left when a process is killed while it writes.
  appendFileSync(file, '{"entry":{"input":{"at":');

  const second = await serve();
  expect(second.output()).toContain(
    'It resumes where it stopped: 10 agents signed in, 1 conversation, 1 transfer waiting for an answer.',
  );
  const after = await ana.snapshot();
  expect(after.transfers).toEqual(before.transfers);
  expect(after.transfers).toMatchObject([{ state: 'pending', expiresAt: expect.any(Number) }]);
  // The command had no answer, so the client sends it again.
  await ana.send('send-text-1', { type: 'sendMessage', interactionId: samsConversation, text: 'One moment.' });
  await ana.send('start-transfer-1', toBianca);
  const [invitation] = (await bianca.snapshot()).invitations;
  await bianca.send('accept-invitation-1', { type: 'acceptInvitation', invitationId: invitation.id });
  const [{ id }] = (await bianca.snapshot()).interactions;
  expect([id, (await ana.snapshot()).interactions]).toEqual([samsConversation, []]);
  const { messages } = await bianca.messages();
  expect(messages.filter(({ commandId }: { commandId?: string }) => commandId === 'send-text-1')).toHaveLength(1);
});

test('--reset begins anew, --log none keeps nothing', async () => {
  const first = await serve();
  const ana = await signIn('ana');
  await first.stop('SIGKILL');
  const second = await serve('--reset');
  expect(second.output()).toContain('It begins anew.');
  await expect(ana.snapshot()).rejects.toThrow();
  await second.stop();
  const kept = readFileSync(file, 'utf8');

  const third = await serve('--log none');
  expect(third.output()).toContain('kept in memory');
  await signIn('ana');
  expect(readFileSync(file, 'utf8')).toBe(kept);
});

test('the log of another build is set aside, and that is said', async () => {
  const other = '{"build":"another","life":{}}\n';
  writeFileSync(file, other);
  const { output } = await serve();
  expect(output()).toContain(`was set aside: ${file}.another.`);
  expect(readFileSync(`${file}.another`, 'utf8')).toBe(other);
});

test('a second server on the same log says what can be done; the log of one that was killed is free', async () => {
  const first = await serve();
  const held = port;
  port = await freePort();
  const second = await serve();
  expect([second.exitCode(), second.output()]).toEqual([1, expect.stringContaining(`in ${file}. Stop it; if`)]);
  expect(second.output()).not.toMatch(/^ +at /m);
  await first.stop('SIGKILL');
  expect(existsSync(`${file}.lock`)).toBe(true);
  port = held;
  const third = await serve();
  expect(third.output()).toContain('It resumes where it stopped');
  await third.stop();
  expect(existsSync(`${file}.lock`)).toBe(false);
});

test('a log that cannot be written says so, and what can be done', async () => {
  const { exitCode, output } = await serve(`--log ${folder}`);
  expect([exitCode(), output()]).toEqual([1, expect.stringContaining(`${folder} cannot be written: EISDIR`)]);
  expect(output()).toContain('--log FILE (or none)');
  expect(existsSync(`${folder}.lock`)).toBe(false);
  expect(output()).not.toMatch(/^ +at /m);
});

test('without an option each port has a log of its own', async () => {
  const program = startProgram('exec node scripts/serve.js', { env: { PORT: String(port) } });
  programs.push(program);
  await expect.poll(program.output, { timeout: 30_000 }).toContain('Stop it with Ctrl+C');
  const [, own = ''] = /is kept in (\.cache\/serve\/\d+-default-[0-9a-f]{8}\.log)\./.exec(program.output()) ?? [];
  expect(own).toContain(`/${port}-`);
  expect(existsSync(own)).toBe(true);
  await program.stop();
  rmSync(own);
});

test('answers under its own names only, and lets its own pages write', async () => {
  await serve('--control --hosts http://desk.example');
  const origin = `http://localhost:${port}`;
  const post = async (path: string, from: string) =>
    (
      await fetch(origin + path, {
        method: 'POST',
        headers: { origin: from, 'content-type': 'application/json' },
        body: path === '/v1/session' ? '{"agentId":"ana"}' : '{}',
      })
    ).status;
  expect(await post('/v1/session', origin)).toBe(201);
  expect(await post('/v1/session', 'http://desk.example')).toBe(201);
  expect(await post('/v1/session', 'http://evil.example')).toBe(403);
  expect(await post('/v1/control/reset', 'http://evil.example')).toBe(403);
  expect(await post('/v1/control/reset', 'http://desk.example')).toBe(403);
  expect(await post('/v1/control/reset', origin)).toBe(204);
});
