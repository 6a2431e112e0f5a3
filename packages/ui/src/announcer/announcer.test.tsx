import { screen } from '@testing-library/react';
import { createManualClock } from '@baton/contracts/testing';
import type { ManualClock } from '@baton/contracts/testing';
import { createAnnouncer } from './announcer';

const regions = () => [...document.querySelectorAll('[data-baton-announcer]')];
const polite = () => screen.getByRole('status').textContent;
const assertive = () => screen.getByRole('alert').textContent;

let clock: ManualClock;
let held: ReturnType<typeof createAnnouncer>;

beforeEach(() => {
  clock = createManualClock();
  held = createAnnouncer({ document, clock });
});
afterEach(() => held.release());

test('AN-01 two atomic live regions are in the document before they speak', () => {
  expect(regions()).toHaveLength(2);
  for (const region of [screen.getByRole('status'), screen.getByRole('alert')]) {
    expect(region).toHaveAttribute('aria-atomic', 'true');
    expect(region).toBeEmptyDOMElement();
  }
});

test('a script in the head may ask for them before there is a body', () => {
  held.release();
  const { body } = document;
  body.remove();
  held = createAnnouncer({ document, clock });
  document.documentElement.append(body);
  held.announce('Here');
  clock.advance(250);
  expect(polite()).toBe('Here');
  expect(screen.getByRole('status').parentNode).toBe(body);
});

test('AN-01 all holders share them; the last release removes them', () => {
  const second = createAnnouncer({ document, clock });
  expect(regions()).toHaveLength(2);
  second.announce('Shared');
  held.release();
  held.release();
  expect(polite()).toBe('Shared');
  second.release();
  expect(regions()).toHaveLength(0);
  expect(clock.pending()).toBe(0);
});

test('each holder speaks its own language, without one that of the page', () => {
  const german = createAnnouncer({ document, clock, language: () => 'de' });
  german.announce('Angenommen');
  expect(screen.getByRole('status')).toHaveAttribute('lang', 'de');
  held.announce('Accepted');
  clock.advance(250);
  expect(screen.getByRole('status')).not.toHaveAttribute('lang');
  german.release();
});

test('AN-01 after the last release a new pair can be made', () => {
  held.release();
  held.announce('Too late');
  held = createAnnouncer({ document, clock });
  held.announce('Here');
  expect(polite()).toBe('Here');
});

test('AN-01 a dialog library that hides what is beside its dialog does not silence them', () => {
  for (const region of regions()) region.setAttribute('aria-hidden', 'true');
  screen.getByRole('alert', { hidden: true }).setAttribute('inert', '');
  held.announce('Declined', { priority: 'assertive' });
  for (const region of [screen.getByRole('status'), screen.getByRole('alert')])
    expect(region).not.toHaveAttribute('inert');
  // They have just come back to the reader.
  expect(assertive()).toBe('');
  clock.advance(250);
  expect(assertive()).toBe('Declined');
});

test('AN-02 speaks politely unless told otherwise', () => {
  held.announce('Invitation sent');
  expect([polite(), assertive()]).toEqual(['Invitation sent', '']);
  clock.advance(250);
  held.announce('Declined', { priority: 'assertive' });
  expect(assertive()).toBe('Declined');
});

test('AN-02 leaves 250 ms between two texts, whatever their priority', () => {
  held.announce('One');
  held.announce('Two');
  held.announce('Three', { priority: 'assertive' });
  clock.advance(249);
  expect([polite(), assertive()]).toEqual(['One', '']);
  clock.advance(1);
  expect([polite(), assertive()]).toEqual(['Two', '']);
  clock.advance(250);
  expect(assertive()).toBe('Three');
});

test('AN-02 speaks the same id once within a second', () => {
  held.announce('First', { id: 'a' });
  held.announce('Again', { id: 'a' });
  held.announce('Other', { id: 'b' });
  clock.advance(250);
  expect(polite()).toBe('Other');
  clock.advance(749);
  held.announce('Still too early', { id: 'a' });
  clock.advance(1);
  held.announce('A second later', { id: 'a' });
  clock.advance(0);
  expect(polite()).toBe('A second later');
});

test('AN-02 clears a text after 5 s, counted from the newest', () => {
  held.announce('One');
  clock.advance(3000);
  held.announce('Two');
  clock.advance(4999);
  expect(polite()).toBe('Two');
  clock.advance(1);
  expect(polite()).toBe('');
});

test('AN-02 the same text twice makes a change that is heard', () => {
  held.announce('Copied');
  const first = screen.getByRole('status').firstChild;
  clock.advance(250);
  held.announce('Copied');
  expect(screen.getByRole('status').firstChild).not.toBe(first);
});

test('AN-01 copies of this code in one page share the pair', async () => {
  jest.resetModules();
  const copy = await import('./announcer');
  expect(copy.createAnnouncer).not.toBe(createAnnouncer);
  const other = copy.createAnnouncer({ document, clock });
  expect(regions()).toHaveLength(2);
  other.announce('Of another copy');
  expect(polite()).toBe('Of another copy');
  held.release();
  expect(regions()).toHaveLength(2);
  other.release();
  expect(regions()).toHaveLength(0);
  expect(Reflect.has(window, Symbol.for('baton.announcer/1'))).toBe(false);
});

test('AN-01 the regions say what they are, also to libraries that hide what is outside a dialog', () => {
  expect(screen.getByRole('status')).toHaveAttribute('aria-live', 'polite');
  expect(screen.getByRole('alert')).toHaveAttribute('aria-live', 'assertive');
  for (const region of regions()) expect(region).toHaveAttribute('data-live-announcer');
});

describe('AN-01 while a modal dialog is open', () => {
  const dialog = document.createElement('dialog');
  beforeEach(() => {
    // The selector is unknown to jsdom.
    jest.spyOn(dialog, 'matches').mockImplementation((selector) => selector === ':modal');
    dialog.open = true;
    document.body.append(dialog);
  });
  afterEach(() => dialog.remove());

  test('the regions stand in it, and are there before they speak', () => {
    held.announce('Declined', { priority: 'assertive' });
    expect(regions().every((region) => dialog.contains(region))).toBe(true);
    expect(assertive()).toBe('');
    clock.advance(250);
    expect(assertive()).toBe('Declined');
  });

  test('they go back when what was said is over, also when the dialog has left the page', () => {
    held.announce('Declined');
    clock.advance(250);
    dialog.remove();
    clock.advance(5000);
    expect(regions()).toHaveLength(2);
    expect(regions().map((region) => region.parentNode)).toEqual([document.body, document.body]);
  });
});
