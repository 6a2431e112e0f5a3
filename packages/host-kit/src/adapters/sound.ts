import type { Clock, SoundName, SoundPlayer } from '@baton/contracts';
import { inOneWindow } from './one-window';

interface Note {
  hertz: number;
  /** Seconds from the start of the sound. */
  from: number;
  to: number;
}

/** Every sound is shorter than a second. The note that ends last is the last of its list. */
const scores: Record<SoundName, readonly Note[]> = {
  invite: [
    { hertz: 523.25, from: 0, to: 0.42 },
    { hertz: 783.99, from: 0.36, to: 0.9 },
  ],
  inviteReminder: [{ hertz: 783.99, from: 0, to: 0.4 }],
  message: [{ hertz: 659.25, from: 0, to: 0.2 }],
  problem: [{ hertz: 196, from: 0, to: 0.3 }],
  highNotice: [
    { hertz: 440, from: 0, to: 0.2 },
    { hertz: 440, from: 0.24, to: 0.5 },
  ],
  importantNotice: [
    { hertz: 587.33, from: 0, to: 0.22 },
    { hertz: 440, from: 0.24, to: 0.46 },
    { hertz: 587.33, from: 0.48, to: 0.8 },
  ],
};

/**
 * Plays Baton's sounds with the browser's oscillators, so that there is nothing to download.
 *
 * @param unlocked whether the browser allows sound, if that depends on more than this page
 */
export function createSoundPlayer(clock: Clock, unlocked: () => boolean = hasBeenActive): SoundPlayer {
  /** Until when each sound goes on, in milliseconds: while it does, nobody hears it begin again. */
  const until = new Map<SoundName, number>();

  function play(sound: SoundName, volume: number) {
    const now = clock.now();
    if (now < (until.get(sound) ?? 0)) return;
    until.set(sound, now + Math.max(...scores[sound].map(({ to }) => to)) * 1000);
    const audio = new AudioContext();
    const notes = scores[sound].map((note) => ring(audio, note, volume));
    // An open context keeps the audio device running.
    notes.at(-1)?.addEventListener('ended', () => void audio.close());
  }

  return {
    unlocked,
    play(sound, { volume, once }) {
      // Another window may be allowed to play it.
      if (typeof AudioContext === 'undefined' || !unlocked()) return;
      inOneWindow(`sound.${once}`, clock, () => play(sound, volume));
    },
  };
}

function hasBeenActive(): boolean {
  return navigator.userActivation?.hasBeenActive ?? true;
}

function ring(audio: AudioContext, note: Note, volume: number): OscillatorNode {
  const start = audio.currentTime + note.from;
  const end = audio.currentTime + note.to;
  const oscillator = audio.createOscillator();
  const envelope = audio.createGain();
  oscillator.type = 'sine';
  oscillator.frequency.value = note.hertz;
  envelope.gain.setValueAtTime(0, start);
  envelope.gain.linearRampToValueAtTime(volume * 0.4, start + 0.02);
  envelope.gain.exponentialRampToValueAtTime(0.001, end);
  oscillator.connect(envelope).connect(audio.destination);
  oscillator.start(start);
  oscillator.stop(end);
  return oscillator;
}
