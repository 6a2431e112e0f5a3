import { measureStart } from './measure-start.js';
import { printTable } from '../common/table.js';

/**
 * Measures the start and prints what was found.
 *
 * @param {string} chromium path of the executable
 */
export async function printStart(chromium) {
  console.log('\nStarting the desktop: shell and three modules on four origins, against the same code as one bundle …');
  const { bytes, times, files } = await measureStart(chromium);
  console.log('\nUntil SMS window and Notifications can be used, and with Team Communicator warm');
  printTable(bytes);
  console.log(`  composed: ${files.join(', ')}`);
  console.log('\nReady, in turns on each network');
  printTable(times);
}
