import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import type { ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { Virtuoso } from 'react-virtuoso';
import { VList } from 'virtua';
import type { Subject } from './subject';

// The libraries as their first example uses them, with a row of a name, a line and two buttons.

interface ListProps {
  rows: readonly string[];
}

const lists: Record<string, (props: ListProps) => ReactNode> = {
  '@tanstack/react-virtual': TanstackList,
  virtua: ({ rows }) => (
    <VList className="list">
      {rows.map((name) => (
        <Row key={name} name={name} />
      ))}
    </VList>
  ),
  'react-virtuoso': ({ rows }) => (
    <Virtuoso
      className="list"
      data={rows}
      computeItemKey={(_, name) => name}
      itemContent={(_, name) => <Row name={name} />}
    />
  ),
  'all rows': ({ rows }) => (
    <div className="list" style={{ overflowY: 'auto' }}>
      {rows.map((name) => (
        <Row key={name} name={name} />
      ))}
    </div>
  ),
  'bare textarea': () => null,
};

export function createSubject(name: string, count: number): Subject {
  const List = lists[name];
  if (List === undefined) throw new Error(`Name one of: ${Object.keys(lists).join(', ')}`);
  const place = document.body.appendChild(document.createElement('div'));
  const root = createRoot(place);
  let rows: readonly string[] = Array.from({ length: count }, (_, index) => `Agent ${index}`);
  const render = (isOpen: boolean) =>
    flushSync(() =>
      root.render(
        <div style={{ blockSize: 700, inlineSize: 480, display: 'grid', gridTemplateRows: '1fr auto' }}>
          <div style={{ display: 'grid', minBlockSize: 0 }}>{isOpen && <List rows={rows} />}</div>
          <textarea />
        </div>,
      ),
    );

  render(false);
  return {
    open: () => render(true),
    close: () => render(false),
    change() {
      rows = [...rows, `Agent ${rows.length}`];
      render(true);
    },
    list: () => place.querySelector('.list') ?? undefined,
    field: () => place.querySelector('textarea') ?? undefined,
  };
}

function TanstackList({ rows }: ListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- the compiler that it does not go with is not used
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 56,
  });
  return (
    <div ref={scroller} className="list" style={{ overflowY: 'auto' }}>
      <div style={{ blockSize: virtualizer.getTotalSize(), position: 'relative' }}>
        {virtualizer.getVirtualItems().map(({ key, index, start }) => (
          <div
            key={key}
            ref={virtualizer.measureElement}
            data-index={index}
            style={{ position: 'absolute', insetBlockStart: 0, inlineSize: '100%', translate: `0 ${start}px` }}
          >
            <Row name={rows[index] ?? ''} />
          </div>
        ))}
      </div>
    </div>
  );
}

function Row({ name }: { name: string }) {
  return (
    <div style={{ blockSize: 56 }}>
      <strong>{name}</strong>
      <span>Ready for three minutes</span>
      <button type="button">Favourite</button>
      <button type="button">Actions</button>
    </div>
  );
}
