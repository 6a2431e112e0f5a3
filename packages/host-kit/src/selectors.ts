/** Selectors of the desktop state for hosts. */
export {
  activeInteractions,
  backendNow,
  isLive,
  consentOf,
  conversationOf,
  isReadyForSms,
  isUnread,
  lostAtSignOut,
  offeredInvitations,
  ownStatus,
  transferOf,
  unreadNotices,
  unreadOf,
  waitingInteractions,
  waitingSince,
} from '@baton/desktop';
export type { SignOutLosses } from '@baton/desktop';
