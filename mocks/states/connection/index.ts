// Written by `npm run generate -- states`: a file is a state, with the name of its id.
export { connectedAgain } from './connected-again';
export { connecting } from './connecting';
export { connectionLost } from './connection-lost';
export { connectionLostTeamOpen } from './connection-lost-team-open';
export { connectionLostWhileInvited } from './connection-lost-while-invited';
export { connectionLostWhileInviting } from './connection-lost-while-inviting';
export { delayed } from './delayed';
export { neverConnected } from './never-connected';
export { notAnswered } from './not-answered';
export { opening } from './opening';
export { signedOutElsewhere } from './signed-out-elsewhere';
