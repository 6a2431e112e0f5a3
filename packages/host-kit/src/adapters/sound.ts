import type { Clock, SoundName, SoundPlayer } from '@baton/contracts';

/** A part of a sound. */
export interface Note {
  /** Hertz. */
  pitch: number;
  /** Seconds from the start of the sound. */
  from: number;
  to: number;
}

/** What turns a sound into something to hear. */
export interface Speaker {
  /** Whether the browser lets sound through. */
  unlocked(): boolean;
  play(sound: SoundName, notes: readonly Note[], volume: number): void;
}

/** Each shorter than a second, none repeats. */
const scores: Record<SoundName, readonly Note[]> = {
  invite: [
    { pitch: 523.25, from: 0, to: 0.42 },
    { pitch: 783.99, from: 0.36, to: 0.9 },
  ],
  inviteReminder: [{ pitch: 783.99, from: 0, to: 0.4 }],
  message: [{ pitch: 659.25, from: 0, to: 0.2 }],
  problem: [{ pitch: 196, from: 0, to: 0.3 }],
};

/** How long one window keeps the others of the profile from playing the same occasion, in milliseconds. */
const occasionMs = 2000;

/** Plays Baton's sounds, each occasion in one window of the browser profile only. */
export function createSoundPlayer(clock: Clock, speaker: Speaker = createOscillators()): SoundPlayer {
  return {
    unlocked: speaker.unlocked,
    play(sound, { volume, once }) {
      const play = () => speaker.play(sound, scores[sound], volume);
      if (!('locks' in navigator)) {
        play();
        return;
      }
      void navigator.locks.request(`baton.sound.${once}`, { ifAvailable: true }, (lock) => {
        if (lock === null) return undefined;
        play();
        return new Promise<void>((resolve) => {
          clock.setTimeout(resolve, occasionMs);
        });
      });
    },
  };
}

/** The browser's own oscillators: nothing to download. */
function createOscillators(): Speaker {
  let audio: AudioContext | undefined;
  const unlocked = () => navigator.userActivation?.hasBeenActive ?? true;

  return {
    unlocked,
    play(_, notes, volume) {
      if (typeof AudioContext === 'undefined' || !unlocked()) return;
      audio ??= new AudioContext();
      for (const note of notes) ring(audio, note, volume);
    },
  };
}

function ring(audio: AudioContext, note: Note, volume: number) {
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
}
