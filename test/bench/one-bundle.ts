import * as notifications from '@baton/notifications';
import * as smsWindow from '@baton/sms-window';
import * as teamCommunicator from '@baton/team-communicator';
import { runShell } from '@baton/shell/run-shell';
import { allowScriptsFrom, ownCode } from '@baton/host-kit';

// The same desktop as one file: what federation is measured against.
const code = ownCode({
  notifications,
  'sms-window': smsWindow,
  'team-communicator': teamCommunicator,
});

allowScriptsFrom([window.location.origin]);
void runShell({ fetch: window.fetch.bind(window), code, language: { locale: 'en-GB', dir: 'ltr' } });
