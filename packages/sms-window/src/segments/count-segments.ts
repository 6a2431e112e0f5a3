import { septetsOf } from './gsm';

/** What a text costs when it is sent as SMS. */
export interface SegmentCount {
  encoding: 'gsm7' | 'ucs2';
  /** Septets in GSM-7, 16-bit code units in UCS-2. */
  units: number;
  /** SMS messages that carry it; 0 for the empty text. */
  segments: number;
  /** Units that fit in that many messages, at least in one. */
  limit: number;
  /** Where the first character stands that GSM-7 does not have, in code units. */
  forcedAt?: number;
}

/** 140 octets, and what a six-octet header leaves of them in each part of a long message. */
const gsm7 = { single: 160, part: 153 };
const ucs2 = { single: 70, part: 67 };

/**
 * Counts a text in one pass. A part is closed early rather than splitting an
 * escaped character or a surrogate pair, so the number is not units / part size.
 */
export function countSegments(text: string): SegmentCount {
  let units = 0;
  let parts = 1;
  let filled = 0;
  for (let index = 0; index < text.length; index += 1) {
    const width = septetsOf(text.charCodeAt(index));
    if (width === 0) return { ...countUcs2(text), forcedAt: index };
    units += width;
    filled += width;
    if (filled > gsm7.part) {
      parts += 1;
      filled = width;
    }
  }
  return { encoding: 'gsm7', ...fit(units, parts, gsm7) };
}

function countUcs2(text: string): SegmentCount {
  let parts = 1;
  let filled = 0;
  for (let index = 0; index < text.length;) {
    const width = isPair(text, index) ? 2 : 1;
    filled += width;
    if (filled > ucs2.part) {
      parts += 1;
      filled = width;
    }
    index += width;
  }
  return { encoding: 'ucs2', ...fit(text.length, parts, ucs2) };
}

/** A text that fits in one message has no header and so does not need parts. */
function fit(units: number, parts: number, size: typeof gsm7) {
  const segments = units === 0 ? 0 : units <= size.single ? 1 : parts;
  return { units, segments, limit: segments <= 1 ? size.single : segments * size.part };
}

function isPair(text: string, index: number): boolean {
  return (text.codePointAt(index) ?? 0) > 0xffff;
}
