/**
 * The vocabulary that all packages of Baton share. A schema and its type have the same name.
 */

// Version of the contract
export { contractHeader, contractVersion, satisfiesContract } from './version';

// Domain
export { isKnown, knownOr } from './domain/open-set';
export type { Known, UnknownWord } from './domain/open-set';
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
  KnownTargetKind,
  KnownTargetRef,
  PoolTarget,
  SmsAvailability,
  Target,
  TargetKind,
  TargetRef,
  isKnownTarget,
  targetKey,
  targetKinds,
  TargetProblem,
  targetProblems,
  unavailableReasons,
} from './domain/target';
export type { KnownTarget, TargetKey, UnavailableReason } from './domain/target';
export {
  Contact,
  ContactAddress,
  Interaction,
  Priority,
  addressKinds,
  interactionCapabilities,
  priorities,
} from './domain/interaction';
export type { AddressKind, InteractionCapability } from './domain/interaction';
export { Privileges, privileges } from './domain/privileges';
export type { Privilege } from './domain/privileges';
export { CaseData } from './domain/case-data';
export type { CaseValue } from './domain/case-data';
export { Disposition, Dispositions } from './domain/disposition';
export { EarlierInteraction, EarlierInteractionPage } from './domain/earlier-interaction';
export { InteractionNote, maxInteractionNoteLength } from './domain/interaction-note';
export { Attachment } from './domain/attachment';
export { Consent, ConsentWord, consentActs } from './domain/consent';
export type { ConsentAct, ConsentText } from './domain/consent';
export {
  AgentMessage,
  CustomerMessage,
  Delivery,
  Message,
  MessagePage,
  TranscriptEvent,
  deliveryFailures,
} from './domain/message';
export type { DeliveryFailure, UnknownMessage } from './domain/message';
export { CustomerText, MessageText, isBlank, maxTextLength } from './domain/text';
export { Handover, maxNoteLength } from './domain/handover';
export { Invitation, declineReasons, invitationOutcomes, maxDeclineReasonLength } from './domain/invitation';
export type { InvitationOutcome, OfferedInvitation } from './domain/invitation';
export { TimeToAnswer, timeToAnswerFactors } from './domain/time-to-answer';
export { Transfer, TransferFailure, TransferStep, transferFailures } from './domain/transfer';
export type { PendingTransfer, UnknownTransfer } from './domain/transfer';
export { Traceparent } from './domain/trace';
export { BroadcastNotice, Notice, ServiceNotice, isKnownNotice, noticePriorities, severities } from './domain/notice';
export type { KnownNotice, NoticeContent, NoticeKind, NoticePriority, Severity } from './domain/notice';
export { noticeOfInvitation, noticeOfTransfer } from './domain/notice-of-end';

// Wire
export { CommandAnswer, CommandTaken } from './wire/command-taken';
export type { Command, CommandOf, CommandType, CommandWithoutId } from './wire/commands';
export { EventFrame, Heartbeat, RoutingEvent, streamEventNames } from './wire/events';
export type { RoutingEventOf, RoutingEventType } from './wire/events';
export { Snapshot } from './wire/snapshot';
export { SessionAnswer, SessionRequest, SignInChoices } from './wire/session';
export { TargetPage, TargetQuery, maxPageSize } from './wire/directory';
export { reads } from './wire/reads';
export type { Read, ReadAnswer, ReadName, ReadQuery } from './wire/reads';
export { BackendCapabilities } from './wire/capabilities';
export { Problem, RoutingErrorCode, routingErrorCodes } from './wire/errors';
export type { Result, RoutingError } from './wire/errors';

// Port to a routing product
export { createReads } from './port/routing-backend';
export type {
  BackendFactory,
  BackendHost,
  RoutingBackend,
  RoutingConnection,
  RoutingReads,
  StreamListener,
} from './port/routing-backend';

// Bus
export { retainedTopics } from './bus/topics';
export type { FactTopic, Facts, RequestTopic, Requests, TargetPick, Topics, TransferFact } from './bus/topics';
export { BusError } from './bus/event-bus';
export type { BusErrorCode, BusTraffic, Cancellable, EventBus } from './bus/event-bus';

// Desktop state
export type {
  Connection,
  ConnectionFailure,
  Conversation,
  Departure,
  DesktopState,
  DesktopStore,
  InteractionTransfer,
  LiveTargets,
  OutboxMessage,
  SendingFailure,
  Draft,
  RefusedTransfer,
  RequestingTransfer,
} from './desktop/desktop-state';

// What a host passes to a module
export { agentSettings, platforms } from './host/host-context';
export type {
  AgentSetting,
  Features,
  HostContext,
  ModuleProps,
  Platform,
  ShortcutOverrides,
  DeclineReason,
  Declining,
  Timing,
} from './host/host-context';
export type { BusIntents, ModuleIntents, PanelIntents, RenewWhen } from './host/module-intents';
export type { OptionalFields } from './host/optional-fields';
export type { LifecycleProps, ModuleLifecycles } from './host/module-lifecycles';
export { ChosenAction, HostActionId } from './host/host-actions';
export { AutoAnswer } from './host/auto-answer';
export type { AutoAnswering } from './host/auto-answer';
export { CaseField, CaseFields, caseFormats } from './host/case-field';
export { MessagePrices } from './host/message-prices';
export { Lock } from './host/lock';
export { TextTemplate } from './host/text-template';
export { consentReader, defaultConsentWords } from './host/consent-words';
export type { ConsentWords, ConsentWordsByLanguage } from './host/consent-words';
export type {
  AboutConversation,
  AboutTarget,
  ActionId,
  HostAction,
  HostActions,
  TargetAction,
} from './host/host-actions';
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
