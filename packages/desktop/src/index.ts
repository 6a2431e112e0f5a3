export { initialState } from './fold';
export type { DesktopFold } from './fold';
export { reduce } from './reduce';
export type { DesktopEvent } from './reduce';
export type { LocalEvent } from './local-events';
export { createDesktopStore } from './store';
export type { DispatchingStore } from './store';
export {
  activeInteractions,
  backendNow,
  canComplete,
  canSend,
  canTransfer,
  conversationOf,
  isLive,
  isReadyForSms,
  myMessages,
  offeredInvitations,
  outboxOf,
  transferEnded,
  transferOf,
  transferUnderWay,
  unreadNotices,
} from './selectors';
export type { Permit, Refusal } from './selectors';
