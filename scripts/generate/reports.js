import { pack } from '../pack/pack.js';
import { agreeOnReports } from '../pack/reports.js';

/** What the packages promise, as docs/api/ agrees on it. */
export async function generate() {
  await pack();
  agreeOnReports();
}
