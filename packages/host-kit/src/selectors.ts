/** Questions to the desktop state, for hosts and shells. */
export {
  activeInteractions,
  backendNow,
  isLive,
  conversationOf,
  isReadyForSms,
  lostAtSignOut,
  offeredInvitations,
  ownStatus,
  transferOf,
  unreadNotices,
} from '@baton/desktop';
export type { SignOutLosses } from '@baton/desktop';
