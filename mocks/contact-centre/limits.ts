/** How long an offer is open, in milliseconds. */
export const offerMs = 30_000;
/** How often an offer can be extended. */
export const maxExtensions = 10;
/** How long a text takes to be delivered, in milliseconds. */
export const deliveryMs = 800;
/** Time without a stream after which an agent's presence is unknown, in milliseconds. */
export const unreachableAfterMs = 60_000;
/** Directory changes are published together, this long after the first of them, in milliseconds. */
export const publishDelayMs = 1_000;
/** Number of messages that come with an assignment or a snapshot, and in a page by default. */
export const defaultPageLength = 50;
export const maxNotices = 200;
export const maxRecents = 10;
/** Number of commands that are recognised when they are sent again: accepted ones by agent, refused ones in all. */
export const maxLoggedCommands = 1000;
/** Number of ended transfers that are kept of each agent and listed in snapshots, besides those that the snapshot shows. */
export const maxEndedTransfers = 100;
/** Number of transfers in a snapshot by which conversations have left the agent. */
export const maxListedMoved = 20;
/** Number of ended offers that are kept, of all agents. */
export const maxEndedOffers = 1000;
/** Number of completed conversations that are kept. */
export const maxCompleted = 100;
/** How far back a snapshot lists accepted commands, in milliseconds. */
export const recentCommandsMs = 60_000;
