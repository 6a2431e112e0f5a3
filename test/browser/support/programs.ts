import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

/** A port that no program listens on now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** A program that was started, with everything that it has started itself. */
export interface Program {
  /** What it has said so far. */
  output(): string;
  /** Its exit code once it has ended; -1 when a signal ended it. */
  exitCode(): number | undefined;
  stop(signal?: NodeJS.Signals): Promise<void>;
}

/** Starts a command line as a shell does, in a process group of its own. */
export function startProgram(commands: string, { cwd, env }: { cwd?: string; env?: NodeJS.ProcessEnv } = {}): Program {
  const child: ChildProcess = spawn(commands, {
    cwd,
    env: { ...process.env, ...env },
    shell: '/bin/sh',
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let exitCode: number | undefined;
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data) => (output += data));
  const ended = new Promise<void>((resolve) =>
    child.once('close', (code) => {
      exitCode = code ?? -1;
      resolve();
    }),
  );
  return {
    output: () => output,
    exitCode: () => exitCode,
    async stop(signal) {
      try {
        if (child.pid !== undefined) process.kill(-child.pid, signal);
      } catch {
        // All of it has ended by itself.
      }
      await ended;
    },
  };
}
