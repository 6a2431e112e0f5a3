import { createSubject as createPeer } from './peers';
import { createSubject as createSmsWindow } from './sms-window';
import type { Subject } from './subject';
import { createSubject as createTeamCommunicator } from './team-communicator';

// A page with one subject: `?subject=virtua&rows=1000`. scripts/bench/observe-scale.js drives and measures it.

declare global {
  interface Window {
    benchSubject?: Subject;
  }
}

const asked = new URLSearchParams(location.search);
const name = asked.get('subject') ?? '';
const rows = Number(asked.get('rows'));

window.benchSubject = await create();

function create(): Subject | Promise<Subject> {
  if (name === 'sms-window') return createSmsWindow(rows);
  if (name === 'team-communicator') return createTeamCommunicator(rows);
  return createPeer(name, rows);
}
