import { renderHook } from '@testing-library/react';
import { createTestHost } from '@baton/host-kit/testing';
import { useTabIcon } from './use-tab-icon';

const plain = "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'><path/></svg>";

function open(href?: string) {
  document.head.replaceChildren();
  const link = document.createElement('link');
  link.rel = 'icon';
  if (href !== undefined) {
    link.href = href;
    document.head.append(link);
  }
  const { bus } = createTestHost();
  const hook = renderHook(() => useTabIcon({ bus }));
  const attend = (incoming: number, unread: number) => bus.emit('attention.changed', { incoming, unread, waiting: 0 });
  return { ...hook, attend, icon: () => link.href };
}

test('K1-6 the icon of the tab has a dot while something was not seen or not answered', () => {
  const { attend, icon, unmount } = open(plain);
  const before = icon();
  attend(0, 0);
  expect(icon()).toBe(before);
  for (const [incoming, unread] of [
    [1, 0],
    [0, 3],
  ] as const) {
    attend(incoming, unread);
    expect(icon()).toMatch(/<circle.*<\/svg>$/);
    attend(0, 0);
    expect(icon()).toBe(before);
  }
  attend(0, 1);
  unmount();
  expect(icon()).toBe(before);
});

test('a page without an icon stays without one', () => {
  const { attend } = open();
  attend(1, 1);
  expect(document.querySelector('link')).toBeNull();
});
