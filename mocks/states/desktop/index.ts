// Written by `npm run generate -- states`: a file is a state, with the name of its id.
export { afterCallWork } from './after-call-work';
export { agentSettings } from './agent-settings';
export { atRest } from './at-rest';
export { beingHandedOver } from './being-handed-over';
export { locked } from './locked';
export { moduleMissing } from './module-missing';
export { noConversations } from './no-conversations';
export { noConversationsNotReady } from './no-conversations-not-ready';
export { notReady } from './not-ready';
export { readinessFailed } from './readiness-failed';
export { readinessMenu } from './readiness-menu';
export { setNotReady } from './set-not-ready';
export { shortcutsHelp } from './shortcuts-help';
export { signOutQuestion } from './sign-out-question';
