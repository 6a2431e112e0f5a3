import { act, fireEvent, render, screen } from '@testing-library/react';
import { useRef } from 'react';
import { placeBeside } from './place-beside';
import type { Placement } from './place-beside';
import { useAnchored } from './use-anchored';
import { useDismissOutside } from './use-dismiss-outside';

const underEnd: Placement = { sides: ['below', 'above'], align: 'end', gap: 4 };
const size = { width: 100, height: 60 };

/** jsdom has no layout: an element that says where it is. */
function elementAt({ left, top, width, height }: { left: number; top: number; width: number; height: number }) {
  const element = document.createElement('div');
  element.getBoundingClientRect = () => new DOMRect(left, top, width, height);
  document.body.append(element);
  return element;
}

const overlay = (zoom = 1) => Object.assign(elementAt({ left: 0, top: 0, ...size }), { currentCSSZoom: zoom });
const anchor = (left: number, top: number) => elementAt({ left, top, width: 40, height: 20 });
const placeOf = ({ style }: HTMLElement) => [style.left, style.top, style.getPropertyValue('--b-overlay-room')];

beforeEach(() => {
  jest.spyOn(document.documentElement, 'clientWidth', 'get').mockReturnValue(320);
  jest.spyOn(document.documentElement, 'clientHeight', 'get').mockReturnValue(400);
});
afterEach(() => document.body.replaceChildren());

describe('placeBeside', () => {
  test.each<[string, HTMLElement, Partial<Placement>, 'ltr' | 'rtl', string[]]>([
    ['under its anchor, ends aligned', anchor(200, 50), {}, 'ltr', ['140px', '74px', '326px']],
    ['the same from right to left', anchor(100, 50), {}, 'rtl', ['100px', '74px', '326px']],
    ['starts aligned', anchor(100, 50), { align: 'start' }, 'ltr', ['100px', '74px', '326px']],
    ['starts aligned from right to left', anchor(200, 50), { align: 'start' }, 'rtl', ['140px', '74px', '326px']],
    ['in the middle', anchor(100, 50), { align: 'centre' }, 'ltr', ['70px', '74px', '326px']],
    ['above, where there is no room below', anchor(200, 340), {}, 'ltr', ['140px', '276px', '124px']],
    ['the other ends aligned, where it would leave the window', anchor(10, 50), {}, 'ltr', ['10px', '74px', '326px']],
    ['the same from right to left', anchor(270, 50), {}, 'rtl', ['210px', '74px', '326px']],
    ['within the window, where it would leave it either way', anchor(-20, 50), {}, 'ltr', ['0px', '74px', '326px']],
    [
      'within the window where no side has room',
      anchor(200, 390),
      { sides: ['below'] },
      'ltr',
      ['140px', '340px', '60px'],
    ],
    [
      'with an anchor that has been scrolled away',
      anchor(200, -90),
      { sides: ['below'] },
      'ltr',
      ['140px', '0px', '400px'],
    ],
    ['beside', anchor(200, 50), { sides: ['left'] }, 'ltr', ['96px', '30px', '370px']],
    [
      'at the other side, where it does not fit',
      anchor(20, 0),
      { sides: ['left', 'right'] },
      'ltr',
      ['64px', '0px', '400px'],
    ],
    [
      'not where something else must be seen, if it fits elsewhere',
      anchor(200, 150),
      { isTaken: ({ top }) => top > 100 },
      'ltr',
      ['140px', '86px', '314px'],
    ],
    [
      'even there, if it fits nowhere else',
      anchor(200, 50),
      { isTaken: () => true },
      'ltr',
      ['140px', '74px', '326px'],
    ],
  ])('%s', (_, at, differing, direction, expected) => {
    document.body.append(at);
    at.style.direction = direction;
    const element = overlay();
    placeBeside(element, at, { ...underEnd, ...differing });
    expect(placeOf(element)).toEqual(expected);
  });

  test('in a page that the host has magnified, sizes are those before it', () => {
    const element = overlay(2);
    placeBeside(element, anchor(200, 50), underEnd);
    expect(placeOf(element)).toEqual(['70px', '37px', '163px']);
  });

  test('what lies there is asked of the page without the element itself being in the way', () => {
    const element = overlay();
    const seen: string[] = [];
    placeBeside(element, anchor(200, 50), { ...underEnd, isTaken: () => seen.push(element.style.pointerEvents) < 0 });
    expect({ seen: new Set(seen), after: element.style.pointerEvents }).toEqual({ seen: new Set(['none']), after: '' });
  });
});

function Overlay({ at, onOutside = () => undefined }: { at: HTMLElement | null; onOutside?(by: string): void }) {
  const element = useRef<HTMLDivElement>(null);
  useAnchored(element, at, underEnd);
  useDismissOutside(element, at, onOutside);
  return (
    <div ref={element} data-testid="overlay">
      <button type="button">Inside</button>
    </div>
  );
}

describe('useAnchored', () => {
  test('follows its anchor while things scroll, the window changes and the page is drawn anew; stays without it', async () => {
    const at = anchor(200, 50);
    render(<Overlay at={at} />);
    const top = () => screen.getByTestId('overlay').style.top;
    expect(top()).toBe('74px');
    at.getBoundingClientRect = () => new DOMRect(200, 60, 40, 20);
    fireEvent.scroll(document.body);
    expect(top()).toBe('84px');
    at.getBoundingClientRect = () => new DOMRect(200, 70, 40, 20);
    fireEvent(window, new Event('resize'));
    expect(top()).toBe('94px');
    at.getBoundingClientRect = () => new DOMRect(200, 80, 40, 20);
    await act(async () => document.body.prepend(document.createElement('p')));
    expect(top()).toBe('104px');
    at.getBoundingClientRect = () => new DOMRect(0, 0, 0, 0);
    await act(async () => at.remove());
    fireEvent.scroll(document.body);
    expect(top()).toBe('104px');
  });

  test('leaves nothing behind', () => {
    const at = anchor(200, 50);
    const { rerender } = render(<Overlay at={at} />);
    rerender(<Overlay at={null} />);
    at.getBoundingClientRect = () => new DOMRect(200, 60, 40, 20);
    fireEvent.scroll(document.body);
    expect(screen.getByTestId('overlay').style.top).toBe('74px');
  });
});

describe('useDismissOutside', () => {
  /** An overlay and its anchor in a shadow root, as in a module; a button beside them and one in the page. */
  function show() {
    const host = document.createElement('div');
    const root = host.attachShadow({ mode: 'open' });
    const around = document.createElement('div');
    const [at, beside, container] = [
      document.createElement('button'),
      document.createElement('button'),
      document.createElement('div'),
    ];
    const elsewhere = document.createElement('button');
    around.tabIndex = -1;
    around.append(at);
    root.append(around, beside, container);
    document.body.append(host, elsewhere);
    const onOutside = jest.fn();
    render(<Overlay at={at} onOutside={onOutside} />, { container });
    const inside = container.querySelector('button') ?? container;
    return { at, around, beside, elsewhere, inside, onOutside };
  }

  test('a press or focus in the overlay, on its anchor or around that is none outside', () => {
    const { at, around, inside, onOutside } = show();
    for (const element of [at, inside]) fireEvent.pointerDown(element);
    for (const element of [inside, at, around, inside]) act(() => element.focus());
    expect(onOutside).not.toHaveBeenCalled();
  });

  test('anything else is, in the same shadow root and in the page', () => {
    const { inside, beside, elsewhere, onOutside } = show();
    fireEvent.pointerDown(beside);
    fireEvent.pointerDown(elsewhere);
    expect(onOutside.mock.calls).toEqual([['press'], ['press']]);
    for (const element of [inside, beside]) act(() => element.focus());
    expect(onOutside).toHaveBeenLastCalledWith('focus');
    onOutside.mockClear();
    for (const element of [inside, elsewhere]) act(() => element.focus());
    expect(onOutside).toHaveBeenCalledWith('focus');
  });
});
