/** What the open panel shows: one chunk of its own. */
export { MessagesPage } from './messages-page';
export { SettingsPage } from '../settings/settings-page';
