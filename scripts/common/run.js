import { spawn } from 'node:child_process';
import { root } from './project.js';

/**
 * Runs a program, in the project's folder unless another one is given.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{cwd?: string, env?: Record<string, string>, onOutput?: (text: string) => void, seconds?: number}} [options]
 *   onOutput gets what the program says, as it says it; without it the program writes to our terminal;
 *   after `seconds` the program is stopped
 * @returns {Promise<{code: number, output: string}>} exit code (1 when it was stopped) and everything it said
 */
export function run(command, args, { cwd = root, env = {}, onOutput, seconds = 1800 } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', onOutput ? 'pipe' : 'inherit', onOutput ? 'pipe' : 'inherit'],
      timeout: Math.round(seconds * 1000),
      // npm is a script on Windows.
      shell: process.platform === 'win32',
    });
    let output = '';
    const take = (data) => {
      output += data;
      onOutput(String(data));
    };
    child.stdout?.on('data', take);
    child.stderr?.on('data', take);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (signal !== null) console.error(`\n${command} was stopped by ${signal}; it may take ${seconds} s.`);
      resolve({ code: code ?? 1, output });
    });
  });
}
