/** How long an offer stands, in milliseconds. */
export const offerMs = 30_000;
/** How often an offer can be extended. */
export const maxExtensions = 10;
/** How long a text takes to be delivered, in milliseconds. */
export const deliveryMs = 800;
/** After how long without a stream an agent's presence is unknown, in milliseconds. */
export const silenceMs = 60_000;
/** Changes of the directory are told together, this long after the first of them, in milliseconds. */
export const publishMs = 1_000;
/** How much of a transcript comes with an assignment or a snapshot, and in a page, in messages. */
export const tailLength = 50;
export const maxNotices = 200;
export const maxRecents = 10;
/** How many commands are known when they come again: those taken, by agent, and those refused, of all agents. */
export const maxRemembered = 1000;
/** How many of an agent's transfers that have ended a snapshot lists, beside the outcomes that it shows. */
export const maxEndedTransfers = 100;
/** How far back a snapshot lists the commands taken, in milliseconds. */
export const recentCommandsMs = 60_000;
