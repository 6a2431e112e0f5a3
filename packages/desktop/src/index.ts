export { initialState } from './fold';
export type { DesktopFold, PendingCommand } from './fold';
export { reduce } from './reduce';
export type { DesktopEvent } from './reduce';
export type { LocalEvent } from './local-events';
export { createDesktopStore } from './store';
export type { DispatchingStore } from './store';
export {
  activeInteractions,
  backendNow,
  canComplete,
  canReturn,
  canSend,
  canTransfer,
  isPrivileged,
  consentOf,
  conversationOf,
  draftOf,
  endOf,
  isIdempotent,
  isLive,
  isReadyForSms,
  isReturn,
  myMessages,
  offeredInvitations,
  outboxOf,
  ownStatus,
  transferKindsOf,
  transferOf,
  transferUnderWay,
  isUnread,
  unreadNotices,
  unreadOf,
  waitingInteractions,
  waitingSince,
} from './selectors';
export type { Permit, Refusal, SendPermit } from './selectors';
export { wasRefused } from './slices/conversations';
export { isLocalNotice, localNoticeId, maxNotices } from './slices/notices';
export { latestTransfer, transferEnded } from './slices/transfers';
export { transferObstacle } from './transfer-obstacle';
export type { TransferObstacle } from './transfer-obstacle';
export { lostAtSignOut } from './sign-out-losses';
export type { SignOutLosses } from './sign-out-losses';
