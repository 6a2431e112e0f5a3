import type { Findings } from './inspection';
import type { TargetFault } from './page/targets';

/** What screen readers were told since the inspector opened, the newest first. */
export function AnnouncedView({ announced }: Pick<Findings, 'announced'>) {
  if (announced.length === 0) return <p className="note">Nothing has been announced since the inspector opened.</p>;
  return (
    <ol className="list">
      {announced.map(({ at, text, politeness, region, cameWithText }, index) => (
        <li key={announced.length - index}>
          <p className="note">{`${timeOf(at)} ${politeness}, ${region}`}</p>
          <p>{text}</p>
          {cameWithText && (
            <p className="problem">Came into the page together with its region: most screen readers do not say it.</p>
          )}
        </li>
      ))}
    </ol>
  );
}

/** What Tab reaches. */
export function StopsView({ stops }: Pick<Findings, 'stops'>) {
  return (
    <ol className="list numbered">
      {stops.map(({ label }, index) => (
        <li key={index}>{label}</li>
      ))}
    </ol>
  );
}

const faults: readonly { fault: TargetFault; title: string }[] = [
  { fault: 'tooSmall', title: 'Below 24 px, with another target near: fails WCAG 2.5.8' },
  { fault: 'spaced', title: 'Below 24 px, with enough room around' },
  { fault: 'inline', title: 'Below 24 px, in a line of text' },
  { fault: 'small', title: 'Below 44 px' },
];

/** Targets that are small, by how much it matters. */
export function TargetsView({ targets }: Pick<Findings, 'targets'>) {
  return faults.map(({ fault, title }) => {
    const found = targets.filter((target) => target.fault === fault);
    return (
      <section key={fault} aria-label={title}>
        <h2 className={fault === 'tooSmall' && found.length > 0 ? 'heading problem' : 'heading'}>
          {`${title}: ${found.length}`}
        </h2>
        <ul className="list">
          {found.map(({ label, box }, index) => (
            <li key={index}>
              {label} <span className="note">{`${Math.round(box.width)} × ${Math.round(box.height)}`}</span>
            </li>
          ))}
        </ul>
      </section>
    );
  });
}

/** What moved since the inspector opened, the newest first. */
export function MovedView({ moved }: Pick<Findings, 'moved'>) {
  if (moved.length === 0) return <p className="note">Nothing has moved by itself since the inspector opened.</p>;
  return (
    <ol className="list">
      {moved.map((one, index) => (
        <li key={moved.length - index}>
          {one.kind === 'swap' ? (
            <>
              <p className="note">{timeOf(one.at)}</p>
              <p className="problem">
                {`Pressed ${one.after}, which had taken the place of ${one.before} ${one.msBeforePress} ms before.`}
              </p>
            </>
          ) : (
            <>
              <p className={one.afterInput ? 'note' : 'problem'}>
                {`${timeOf(one.at)} ${one.afterInput ? 'after an input' : 'without an input'}`}
              </p>
              <ul>
                {one.moved.map(({ label, px }, place) => (
                  <li key={place}>{`${label} by ${px} px`}</li>
                ))}
              </ul>
            </>
          )}
        </li>
      ))}
    </ol>
  );
}

const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });
const timeOf = (at: number) => time.format(at);
