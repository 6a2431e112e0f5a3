import { useDeferredValue, useId, useRef, useState } from 'react';
import { Button, SearchIcon, VisuallyHidden } from '@baton/ui';
import type { MockedSettings } from '../address';
import type { ShellOptions } from '../../shell-options';
import { SignInPage } from '../../sign-in/sign-in-page';
import { find, situationKinds } from './situations';
import type { Situation, SituationGroup, SituationKind } from './situations';
import { hasThumbnail } from './thumbnails';

/** The sign-in page, and below it a link to everything that can be played and looked at. */
export function createLinksPage(settings: MockedSettings) {
  const kinds = situationKinds(settings);
  return function LinksPage({ fetch }: Pick<ShellOptions, 'fetch'>) {
    return (
      <SignInPage fetch={fetch}>
        <Links kinds={kinds} />
      </SignInPage>
    );
  };
}

/** A tool for people who build and design Baton: in English, whatever the desktop speaks. */
function Links({ kinds }: { kinds: readonly SituationKind[] }) {
  const titleId = useId();
  const field = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState('');
  const found = find(kinds, useDeferredValue(query));

  function showAll() {
    setQuery('');
    field.current?.focus();
  }

  return (
    <section className="links" lang="en" dir="ltr" aria-labelledby={titleId}>
      <div className="links-head">
        <h2 className="links-title" id={titleId}>
          Every situation is a link
        </h2>
        <p className="links-search">
          <span className="links-search-icon" aria-hidden="true">
            <SearchIcon />
          </span>
          <input
            ref={field}
            type="search"
            className="links-search-input"
            aria-label="Find a situation"
            placeholder="Find a situation"
            value={query}
            onChange={({ target }) => setQuery(target.value)}
          />
        </p>
        <VisuallyHidden>
          <span role="status">{query && `${countOf(found.flatMap(({ groups }) => groups))} found`}</span>
        </VisuallyHidden>
      </div>
      {found.map((kind) => (
        <Kind key={kind.id} kind={kind} />
      ))}
      {found.length === 0 && (
        <div className="links-none">
          <p>Nothing fits “{query}”.</p>
          <Button onClick={showAll}>Show all</Button>
        </div>
      )}
    </section>
  );
}

function Kind({ kind: { id, title, description, groups } }: { kind: SituationKind }) {
  return (
    <section className="links-kind" aria-labelledby={id}>
      <div>
        <h3 className="links-kind-title" id={id}>
          {title} <span className="links-count">{countOf(groups)}</span>
        </h3>
        <p className="links-description">{description}</p>
        <nav className="links-groups" aria-label={`${title} by subject`}>
          {groups.map((group) => (
            <a key={group.id} href={`#${group.id}`}>
              {group.title}
            </a>
          ))}
        </nav>
      </div>
      {groups.map((group) => (
        <Group key={group.id} group={group} />
      ))}
    </section>
  );
}

const countOf = (groups: readonly SituationGroup[]) =>
  groups.reduce((sum, { situations }) => sum + situations.length, 0);

function Group({ group: { id, title, situations } }: { group: SituationGroup }) {
  return (
    <section className="links-group" aria-labelledby={id}>
      <h4 className="links-group-title" id={id} tabIndex={-1}>
        {title} <span className="links-count">{situations.length}</span>
      </h4>
      <ul className="links-list">
        {situations.map((situation) => (
          <Card key={situation.id} situation={situation} />
        ))}
      </ul>
    </section>
  );
}

function Card({ situation: { id, title, description, address, variants } }: { situation: Situation }) {
  return (
    <li className="links-card">
      <span className="links-picture" aria-hidden="true">
        {hasThumbnail(id) && <img src={`/thumbnails/${id}.jpg`} alt="" loading="lazy" decoding="async" />}
      </span>
      <a className="links-open" href={address}>
        {title}
      </a>
      <p className="links-description">{description}</p>
      <p className="links-variants">
        {variants.map((variant) => (
          <a key={variant.name} href={variant.address}>
            {variant.name}
            <VisuallyHidden>: {title}</VisuallyHidden>
          </a>
        ))}
      </p>
    </li>
  );
}
