import type { TargetKind } from '@baton/contracts';
import {
  ArrowLeft,
  ArrowRightLeft,
  Bell,
  Check,
  CheckCheck,
  ChevronDown,
  ChevronRight,
  CircleAlert,
  CircleCheck,
  CircleX,
  Clock,
  Copy,
  CornerUpLeft,
  Ellipsis,
  Hexagon,
  Inbox,
  Info,
  Keyboard,
  LogOut,
  Mail,
  MailOpen,
  Menu,
  MessageSquare,
  MessageSquareText,
  RotateCw,
  Route,
  Search,
  SendHorizontal,
  Settings,
  Star,
  TextAlignJustify,
  Trash2,
  TriangleAlert,
  User,
  Users,
  Volume2,
  VolumeX,
  WifiOff,
  X,
  type IconNode,
} from 'lucide';
import { createElement } from 'react';

interface IconProps {
  /** In pixels at scale 1. */
  size?: 14 | 16 | 18;
  /** Filled instead of outlined. */
  filled?: boolean;
}

/** An icon for the eye only: the control around it carries the name. */
export type Icon = (props: IconProps) => React.JSX.Element;

/** Drawn by one component: a list has several icons in each of its rows. */
function icon(drawing: IconNode, className = 'b-icon'): Icon {
  const shapes = drawing.map(([shape, attributes], index) => createElement(shape, { key: index, ...attributes }));
  return function BatonIcon({ size = 16, filled = false }) {
    const side = `calc(${size}px * var(--_scale))`;
    return (
      <svg
        className={className}
        style={{ inlineSize: side, blockSize: side }}
        viewBox="0 0 24 24"
        fill={filled ? 'currentColor' : 'none'}
        stroke="currentColor"
        strokeWidth={1.5}
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
        focusable="false"
      >
        {shapes}
      </svg>
    );
  };
}

/** For icons that point along the line of text. */
const mirrored = 'b-icon b-icon-mirrored';

export const BackIcon = /* @__PURE__ */ icon(ArrowLeft, mirrored);
export const BellIcon = /* @__PURE__ */ icon(Bell);
export const ClockIcon = /* @__PURE__ */ icon(Clock);
export const CloseIcon = /* @__PURE__ */ icon(X);
export const CopyIcon = /* @__PURE__ */ icon(Copy);
export const DeleteIcon = /* @__PURE__ */ icon(Trash2);
export const DeliveredIcon = /* @__PURE__ */ icon(CheckCheck);
export const DoneIcon = /* @__PURE__ */ icon(CircleCheck);
export const EndIcon = /* @__PURE__ */ icon(CircleX);
export const ExpandIcon = /* @__PURE__ */ icon(ChevronDown);
export const ForwardIcon = /* @__PURE__ */ icon(ChevronRight, mirrored);
export const InformationIcon = /* @__PURE__ */ icon(Info);
export const InteractionsIcon = /* @__PURE__ */ icon(Inbox);
export const KeyboardIcon = /* @__PURE__ */ icon(Keyboard);
export const MarkReadIcon = /* @__PURE__ */ icon(MailOpen);
export const MarkUnreadIcon = /* @__PURE__ */ icon(Mail);
export const MenuIcon = /* @__PURE__ */ icon(Menu);
export const MessageIcon = /* @__PURE__ */ icon(MessageSquare);
export const MoreIcon = /* @__PURE__ */ icon(Ellipsis);
export const OfflineIcon = /* @__PURE__ */ icon(WifiOff);
export const ProblemIcon = /* @__PURE__ */ icon(CircleAlert);
export const ReturnIcon = /* @__PURE__ */ icon(CornerUpLeft, mirrored);
export const RetryIcon = /* @__PURE__ */ icon(RotateCw);
export const SearchIcon = /* @__PURE__ */ icon(Search);
export const SendIcon = /* @__PURE__ */ icon(SendHorizontal, mirrored);
export const SentIcon = /* @__PURE__ */ icon(Check);
export const SettingsIcon = /* @__PURE__ */ icon(Settings);
export const SignOutIcon = /* @__PURE__ */ icon(LogOut, mirrored);
export const SoundIcon = /* @__PURE__ */ icon(Volume2);
export const SoundOffIcon = /* @__PURE__ */ icon(VolumeX);
export const StarIcon = /* @__PURE__ */ icon(Star);
export const TeamIcon = /* @__PURE__ */ icon(Users);
export const TemplatesIcon = /* @__PURE__ */ icon(MessageSquareText);
export const TransferIcon = /* @__PURE__ */ icon(ArrowRightLeft);
export const WarningIcon = /* @__PURE__ */ icon(TriangleAlert);

/** The icon of each kind of target. Agents have their initials instead wherever their name is known. */
export const targetKindIcons: Readonly<Record<TargetKind, Icon>> = {
  agent: /* @__PURE__ */ icon(User),
  agentGroup: /* @__PURE__ */ icon(Users),
  skill: /* @__PURE__ */ icon(Hexagon),
  queue: /* @__PURE__ */ icon(TextAlignJustify),
  routingPoint: /* @__PURE__ */ icon(Route),
};
