import * as notifications from '@baton/notifications';
import * as smsWindow from '@baton/sms-window';
import * as teamCommunicator from '@baton/team-communicator';
import { runShell } from '@baton/shell/run-shell';
import { allowScriptsFrom } from '@baton/host-kit';

// The same desktop as one file: what federation is measured against.
const modules: Record<string, unknown> = {
  notifications,
  'sms-window': smsWindow,
  'team-communicator': teamCommunicator,
};

allowScriptsFrom([window.location.origin]);
runShell({
  fetch: window.fetch.bind(window),
  code: { load: (module) => Promise.resolve(modules[module]) },
});
