import { useLayoutEffect, useRef } from 'react';
import type { ReactNode, RefObject } from 'react';
import type { Findings } from './inspection';
import { isUndersized } from './page/targets';
import type { Box } from './page/tree';

/** What the chosen view draws over the page, but not over `inspector`. */
export function Marks({ findings, inspector }: { findings: Findings; inspector: RefObject<HTMLElement | null> }) {
  const clip = useRef<SVGPathElement>(null);

  useLayoutEffect(() => {
    if (inspector.current === null || clip.current === null) return;
    const { x, y, width, height } = inspector.current.getBoundingClientRect();
    clip.current.setAttribute('d', `M0 0h9999v9999h-9999z M${x} ${y}h${width}v${height}h${-width}z`);
  });

  return (
    <svg className="marks">
      <clipPath id="beside">
        <path ref={clip} clipRule="evenodd" />
      </clipPath>
      <g clipPath="url(#beside)">{marksOf(findings)}</g>
    </svg>
  );
}

function marksOf({ view, element, stops, targets, moved }: Findings): ReactNode {
  switch (view) {
    case 'element':
      return (
        element && <Mark box={element.box} kind={element.isTarget && isUndersized(element.box) ? 'bad' : 'plain'} />
      );
    case 'focus':
      return <Order boxes={stops.map(({ box }) => box)} />;
    case 'targets':
      return targets.map(({ box, fault }, index) => <Mark key={index} box={box} kind={kinds[fault]} />);
    case 'moved': {
      const [last] = moved;
      return (
        last?.kind === 'shift' && last.moved.map(({ box }, index) => <Mark key={index} box={box} kind="warning" />)
      );
    }
    case 'announced':
      return null;
  }
}

const kinds = { tooSmall: 'bad', spaced: 'warning', inline: 'warning', small: 'plain' } as const;

function Mark({ box, kind }: { box: Box; kind: 'plain' | 'warning' | 'bad' }) {
  return <rect className={`mark mark-${kind}`} {...box} />;
}

/** Numbers at the beginning of each box, with a line between them. */
function Order({ boxes }: { boxes: readonly Box[] }) {
  const points = boxes.map(({ x, y, height }) => ({
    x: Math.max(x, radius),
    y: Math.max(y + Math.min(height / 2, 24), radius),
  }));
  return (
    <>
      <polyline className="way" points={points.map(({ x, y }) => `${x},${y}`).join(' ')} />
      {points.map(({ x, y }, index) => (
        <g key={index}>
          <circle className="stop" cx={x} cy={y} r={radius} />
          <text className="number" x={x} y={y}>
            {index + 1}
          </text>
        </g>
      ))}
    </>
  );
}

const radius = 10;
