import { useTexts } from '@baton/ui';
import type { Demo } from '../run-shell';
import { inThisLanguage } from '../use-route';

/** Links to every situation that can be played through. */
export function ScenarioList({ scenarios }: { scenarios: Demo['scenarios'] }) {
  const { t } = useTexts();
  return (
    <section aria-labelledby="scenarios-title">
      <h2 className="page-subtitle" id="scenarios-title">
        {t('demo.scenarios')}
      </h2>
      <ul className="scenario-list">
        {scenarios.map(({ id, title, description, agent }) => (
          <li key={id}>
            <a href={inThisLanguage(`/?scenario=${id}&agent=${agent}`)}>
              <bdi lang="en">{title}</bdi>
            </a>
            <bdi className="scenario-description" lang="en">
              {description}
            </bdi>
          </li>
        ))}
      </ul>
    </section>
  );
}
