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
  targetProblems,
  unavailableReasons,
} from './domain/target';
export type { TargetKey, TargetProblem, UnavailableReason } from './domain/target';
export { Contact, Interaction, interactionCapabilities } from './domain/interaction';
export type { InteractionCapability } from './domain/interaction';
export {
  AgentMessage,
  CustomerMessage,
  Delivery,
  Message,
  MessagePage,
  TranscriptEvent,
  deliveryFailures,
} from './domain/message';
export type { DeliveryFailure } from './domain/message';
export { CustomerText, MessageText, isBlank, maxTextLength } from './domain/text';
export { Invitation, invitationOutcomes, maxNoteLength } from './domain/invitation';
export type { InvitationOutcome, OfferedInvitation } from './domain/invitation';
export { TimeToAnswer, timeToAnswerFactors } from './domain/time-to-answer';
export { Transfer, TransferStep, transferFailures } from './domain/transfer';
export type { PendingTransfer, TransferFailure } from './domain/transfer';
export { Traceparent } from './domain/trace';
export { Notice, noticeKinds, severities } from './domain/notice';
export type { NoticeKind, Severity } from './domain/notice';

// Wire
export { CommandTaken } from './wire/command-taken';
export type { Command, CommandOf, CommandType } from './wire/commands';
export { EventFrame, Heartbeat, RoutingEvent, streamEventNames } from './wire/events';
export type { RoutingEventOf, RoutingEventType } from './wire/events';
export { Snapshot } from './wire/snapshot';
export { SessionAnswer, SessionRequest, SignInChoices } from './wire/session';
export { TargetPage, TargetQuery, maxPageSize } from './wire/directory';
export { BackendCapabilities } from './wire/capabilities';
export { Problem, routingErrorCodes } from './wire/errors';
export type { Result, RoutingError, RoutingErrorCode } from './wire/errors';

// Port to a routing product
export type { RoutingBackend, RoutingConnection, StreamListener } from './port/routing-backend';

// Bus
export { retainedTopics } from './bus/topics';
export type { FactTopic, Facts, RequestTopic, Requests, TargetPick, Topics, TransferFact } from './bus/topics';
export { BusError } from './bus/event-bus';
export type { BusErrorCode, BusIntents, BusTraffic, Cancellable, EventBus } from './bus/event-bus';

// Desktop state
export type {
  Connection,
  Conversation,
  Departure,
  DesktopState,
  DesktopStore,
  InteractionTransfer,
  OutboxMessage,
  SendingFailure,
  Draft,
  RefusedTransfer,
  RequestingTransfer,
} from './desktop/desktop-state';

// What a host hands to a module
export { agentSettings, platforms } from './host/host-context';
export type {
  AgentSetting,
  Directory,
  Features,
  History,
  HostContext,
  ModuleProps,
  Platform,
  ShortcutOverrides,
  Timing,
} from './host/host-context';
export { newReference } from './host/reference';
export type { RoutingCommands } from './host/routing-commands';
export type { Clock, Random } from './host/clock';
export { Preferences, densities, themeNames } from './host/preferences';
export type { Density, PreferencesStore, ThemeName } from './host/preferences';
export type { Telemetry, TelemetryAttributes, TelemetryEvent } from './host/telemetry';
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
