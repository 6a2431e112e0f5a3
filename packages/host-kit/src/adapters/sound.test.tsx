import { createManualClock } from '@baton/contracts/testing';
import { createSoundPlayer } from './sound';

/** The audio of a browser, as far as sounds need it. */
class FakeAudio {
  static open: FakeAudio[] = [];
  currentTime = 0;
  destination = {};
  oscillators: EventTarget[] = [];
  constructor() {
    FakeAudio.open.push(this);
  }
  createOscillator() {
    const node = Object.assign(new EventTarget(), {
      frequency: {},
      connect: (next: object) => next,
      start: () => undefined,
      stop: () => undefined,
    });
    this.oscillators.push(node);
    return node;
  }
  createGain() {
    return {
      gain: {
        setValueAtTime: () => undefined,
        linearRampToValueAtTime: () => undefined,
        exponentialRampToValueAtTime: () => undefined,
      },
      connect: (next: object) => next,
    };
  }
  close() {
    FakeAudio.open = FakeAudio.open.filter((audio) => audio !== this);
    return Promise.resolve();
  }
}

beforeEach(() => {
  FakeAudio.open = [];
  Object.defineProperty(globalThis, 'AudioContext', { value: FakeAudio, configurable: true });
});
afterEach(() => void Reflect.deleteProperty(globalThis, 'AudioContext'));

test('the audio context is closed after the last note', () => {
  createSoundPlayer(createManualClock(), () => true).play('invite', { volume: 1, once: 'i1' });
  const [audio] = FakeAudio.open;
  expect(audio?.oscillators).toHaveLength(2);
  audio?.oscillators[0]?.dispatchEvent(new Event('ended'));
  expect(FakeAudio.open).toHaveLength(1);
  audio?.oscillators[1]?.dispatchEvent(new Event('ended'));
  expect(FakeAudio.open).toEqual([]);
});

test('a sound that is under way does not begin again', () => {
  const clock = createManualClock();
  const player = createSoundPlayer(clock, () => true);
  for (const once of ['m1', 'm2', 'm3']) player.play('message', { volume: 1, once });
  expect(FakeAudio.open).toHaveLength(1);
  player.play('problem', { volume: 1, once: 'p1' });
  expect(FakeAudio.open).toHaveLength(2);
  clock.advance(200);
  player.play('message', { volume: 1, once: 'm4' });
  expect(FakeAudio.open).toHaveLength(3);
});

test('no audio context is opened while the browser allows no sound', () => {
  createSoundPlayer(createManualClock(), () => false).play('invite', { volume: 1, once: 'i1' });
  expect(FakeAudio.open).toEqual([]);
});

test('a window that is not allowed to play leaves the sound to another', () => {
  const request = jest.fn(() => Promise.resolve());
  Object.defineProperty(navigator, 'locks', { value: { request }, configurable: true });
  createSoundPlayer(createManualClock(), () => false).play('invite', { volume: 1, once: 'i1' });
  expect(request).not.toHaveBeenCalled();
  createSoundPlayer(createManualClock(), () => true).play('invite', { volume: 1, once: 'i1' });
  expect(request).toHaveBeenCalledTimes(1);
  Reflect.deleteProperty(navigator, 'locks');
});
