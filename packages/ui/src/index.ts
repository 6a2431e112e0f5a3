/** Tokens, themes, widgets, texts and the announcer of Baton. */

// Theme
export { adoptSheets } from './theme/adopt-sheets';
export { sheets } from './theme/sheets';
export { probeScale } from './theme/probe-scale';

// Other documents
export { isElement, isHtmlElement, isKeyEvent, isMouseEvent, isRoot, isShadowRoot, viewOf, watchMoves } from './dom';

// Focus
export {
  agentIsElsewhere,
  ancestorsAcrossShadow,
  focusedElement,
  holdsFocus,
  keepFocus,
  handsNow,
  meantAfterMs,
  restAt,
  takesFocus,
  watchInput,
} from './focus';
export type { InputWatch } from './focus';

// Overlays
export { useAnchored, useDismissOutside } from './overlay';
export type { Placement } from './overlay';

// Parts that hosts style
export type { PartNames, PartTable, WidgetParts } from './parts';

// Widgets
export { Avatar } from './widgets/avatar';
export { Banner } from './widgets/banner';
export { Button } from './widgets/button';
export type { ButtonProps } from './widgets/button';
export { ChipGroup } from './widgets/chip-group';
export { ConfirmDialog } from './widgets/confirm-dialog';
export { CopyButton } from './widgets/copy-button';
export { CountdownBar, urgentSeconds } from './widgets/countdown-bar';
export { EmptyState } from './widgets/empty-state';
export { ErrorState } from './widgets/error-state';
export { IconButton } from './widgets/icon-button';
export type { IconButtonProps } from './widgets/icon-button';
export { Menu } from './widgets/menu';
export type { MenuItem, MenuStart } from './widgets/menu';
export { default as menuSheet } from './widgets/menu.css';
export { PresenceGlyph } from './widgets/presence-glyph';
export { Skeleton } from './widgets/skeleton';
export { Spinner } from './widgets/spinner';
export { useTooltip } from './widgets/use-tooltip';
export type { TooltipHandlers } from './widgets/use-tooltip';
export { VisuallyHidden } from './widgets/visually-hidden';
export { classNames } from './widgets/class-names';

// Icons
export {
  BackIcon,
  BellIcon,
  ClockIcon,
  CloseIcon,
  CopyIcon,
  DeleteIcon,
  DeliveredIcon,
  DoneIcon,
  EndIcon,
  ExpandIcon,
  ForwardIcon,
  InformationIcon,
  InteractionsIcon,
  KeyboardIcon,
  MarkReadIcon,
  MarkUnreadIcon,
  MenuIcon,
  MessageIcon,
  MoreIcon,
  OfflineIcon,
  ProblemIcon,
  RetryIcon,
  ReturnIcon,
  SearchIcon,
  SendIcon,
  SentIcon,
  SettingsIcon,
  SignOutIcon,
  SoundIcon,
  SoundOffIcon,
  StarIcon,
  TeamIcon,
  TemplatesIcon,
  TransferIcon,
  WarningIcon,
  targetKindIcons,
} from './icons';
export type { Icon } from './icons';

// Texts
export { createTexts } from './texts/create-texts';
export type { Texts, Values } from './texts/create-texts';
export { loadMessageParser, setMessageParser } from './texts/parser';
export type { Catalogue, CompiledMessage, MessageParser } from './texts/parser';
export { balanced } from './texts/isolate';
export { calendarDay } from './texts/calendar-day';
export { daysAgo, formatDateTime, formatDay, formatDuration, formatRelative, formatTime } from './texts/format';
export type { Reader } from './texts/format';
export { uiCatalogue, uiTranslations } from './texts/catalogue';
export type { Translations } from './texts/translations';
export type { UiTextId } from './texts/catalogue';
export { Text, TextsProvider, useTexts } from './texts/texts-context';
export { timeToRead } from './texts/time-to-read';
export { copyText } from './copy-text';

// Announcer
export { createAnnouncer } from './announcer/announcer';
export type { HeldAnnouncer } from './announcer/announcer';
export { AnnouncerProvider, useAnnounce } from './hooks/announcer-context';

// Shortcuts
export { bindings, keysOf, shortcuts } from './shortcuts/shortcuts';
export type { Binding, Keyboard, ShortcutId, ShortcutScope } from './shortcuts/shortcuts';
export { describeBinding } from './shortcuts/describe';
export type { KeyNames } from './shortcuts/describe';
export { listenToShortcuts } from './shortcuts/listen';
export type { KeyTarget } from './shortcuts/listen';
export { matches } from './shortcuts/matches';

// Keys
export { guardKeys, textFieldOf, writesText } from './keys';

// Hooks
export { useCommand } from './hooks/use-command';
export type { CommandControl } from './hooks/use-command';
export { shallowEqual, useStore } from './hooks/use-store';
export { useNow } from './hooks/use-now';
