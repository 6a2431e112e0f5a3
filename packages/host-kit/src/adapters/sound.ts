import type { Clock, SoundName, SoundPlayer } from '@baton/contracts';
import { inOneWindow } from './one-window';

interface Note {
  /** Hertz. */
  pitch: number;
  /** Seconds from the start of the sound. */
  from: number;
  to: number;
}

/** Each shorter than a second, none repeats; the note that ends last comes last. */
const scores: Record<SoundName, readonly Note[]> = {
  invite: [
    { pitch: 523.25, from: 0, to: 0.42 },
    { pitch: 783.99, from: 0.36, to: 0.9 },
  ],
  inviteReminder: [{ pitch: 783.99, from: 0, to: 0.4 }],
  message: [{ pitch: 659.25, from: 0, to: 0.2 }],
  problem: [{ pitch: 196, from: 0, to: 0.3 }],
};

/**
 * Plays Baton's sounds with the browser's own oscillators: nothing to download.
 *
 * @param unlocked whether the browser lets sound through, where that depends on more than this page
 */
export function createSoundPlayer(clock: Clock, unlocked: () => boolean = hasBeenActive): SoundPlayer {
  function play(sound: SoundName, volume: number) {
    const audio = new AudioContext();
    const notes = scores[sound].map((note) => ring(audio, note, volume));
    // An open one keeps the device's loudspeaker awake, all day.
    notes.at(-1)?.addEventListener('ended', () => void audio.close());
  }

  return {
    unlocked,
    play(sound, { volume, once }) {
      // A window that is held back leaves the occasion to one that is not.
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
  oscillator.frequency.value = note.pitch;
  envelope.gain.setValueAtTime(0, start);
  envelope.gain.linearRampToValueAtTime(volume * 0.4, start + 0.02);
  envelope.gain.exponentialRampToValueAtTime(0.001, end);
  oscillator.connect(envelope).connect(audio.destination);
  oscillator.start(start);
  oscillator.stop(end);
  return oscillator;
}
