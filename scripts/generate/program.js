import { run } from '../common/run.js';

/** Runs a program in the project's folder. @throws when it fails; it has then said why */
export async function program(command, args, env = {}) {
  const { code } = await run(command, args, { env });
  if (code !== 0) throw new Error(`${args[0]} failed.`);
}
