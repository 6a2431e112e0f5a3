/** Questions to the desktop state, for hosts and shells. */
export {
  activeInteractions,
  backendNow,
  isLive,
  conversationOf,
  isReadyForSms,
  offeredInvitations,
  transferOf,
  unreadNotices,
} from '@baton/desktop';
