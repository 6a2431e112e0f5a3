export { createConversationsDouble } from './conversations-double';
export { serveTaskRouter, tokenOf } from './server';
export { createTaskRouterDouble } from './task-router-double';
