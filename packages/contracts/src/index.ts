/**
 * The vocabulary that every room of Baton shares. Schemas and types of one
 * thing have one name; what is only a type is exported as a type.
 */

// Its own version
export { contractVersion, satisfiesContract } from './version';

// Domain
export {
  Agent,
  AgentRef,
  ChannelState,
  Id,
  Name,
  Presence,
  Timestamp,
  Version,
  mediaChannels,
  presenceStates,
} from './domain/agent';
export type { MediaChannel, PresenceState } from './domain/agent';
export {
  AgentTarget,
  PoolTarget,
  SmsAvailability,
  Target,
  TargetKind,
  TargetRef,
  targetKey,
  targetKinds,
  unavailableReasons,
} from './domain/target';
export type { TargetKey, UnavailableReason } from './domain/target';
export { Contact, Interaction, interactionCapabilities } from './domain/interaction';
export type { InteractionCapability } from './domain/interaction';
export {
  AgentMessage,
  CustomerMessage,
  Delivery,
  Message,
  MessagePage,
  MessageText,
  TranscriptEvent,
  deliveryFailures,
  maxTextLength,
} from './domain/message';
export type { DeliveryFailure } from './domain/message';
export { Invitation, invitationOutcomes, maxNoteLength } from './domain/invitation';
export type { InvitationOutcome, OfferedInvitation } from './domain/invitation';
export { TimeToAnswer, timeToAnswerFactors } from './domain/time-to-answer';
export { Transfer, transferFailures } from './domain/transfer';
export type { PendingTransfer, TransferFailure } from './domain/transfer';
export { Traceparent } from './domain/trace';
export { Notice, noticeKinds, severities } from './domain/notice';
export type { NoticeKind, Severity } from './domain/notice';

// Wire
export { Command, CommandTaken, declineReasons, maxBodyBytes } from './wire/commands';
export type { CommandOf, CommandType } from './wire/commands';
export { EventFrame, Heartbeat, RoutingEvent, streamEventNames } from './wire/events';
export type { RoutingEventOf, RoutingEventType } from './wire/events';
export { Snapshot } from './wire/snapshot';
export { SessionAnswer, SessionRequest, SignInChoices } from './wire/session';
export { TargetPage, TargetQuery, maxPageSize } from './wire/directory';
export { BackendCapabilities } from './wire/capabilities';
export { Problem, routingErrorCodes, targetProblems } from './wire/errors';
export type { Result, RoutingError, RoutingErrorCode, TargetProblem } from './wire/errors';

// Port to a routing product
export type { RoutingBackend, RoutingConnection, StreamListener } from './port/routing-backend';

// Bus
export { retainedTopics } from './bus/topics';
export type { FactTopic, Facts, RequestTopic, Requests, TargetPick, Topics, TransferFact } from './bus/topics';
export { BusError } from './bus/event-bus';
export type { BusErrorCode, BusIntents, BusTraffic, Cancellable, EventBus } from './bus/event-bus';
export { factSchemas, requestSchemas } from './bus/schemas';

// Bridge between a page and Baton in an iframe
export { Envelope, bridgeVersion } from './bridge/envelope';
export { FrameOptions } from './bridge/frame-options';
export type { HeightBounds } from './bridge/frame-options';
export { FrameMessage, KeyBinding, PageState, ParentMessage, refusals } from './bridge/messages';
export type { PayloadOf, Refusal } from './bridge/messages';

// Desktop state
export type {
  Connection,
  Conversation,
  Departure,
  DesktopState,
  DesktopStore,
  InteractionTransfer,
  OutboxMessage,
  RefusedTransfer,
  RequestingTransfer,
} from './desktop/desktop-state';

// What a host hands to a module
export { agentSettings } from './host/host-context';
export type {
  AgentSetting,
  Directory,
  Features,
  History,
  HostContext,
  ModuleProps,
  ShortcutOverrides,
  Timing,
} from './host/host-context';
export type { RoutingCommands } from './host/routing-commands';
export type { Clock, Random } from './host/clock';
export { Preferences, densities, themeNames } from './host/preferences';
export type { Density, PreferencesStore, ThemeName } from './host/preferences';
export { TelemetryEvent } from './host/telemetry';
export type { Telemetry, TelemetryAttributes } from './host/telemetry';
export { soundNames } from './host/adapters';
export type {
  Announcer,
  DesktopNotifier,
  HostAdapters,
  KeyValueStorage,
  SoundName,
  SoundPlayer,
  TitleBadge,
} from './host/adapters';
