import { useTexts } from '@baton/ui';
import { inThisLanguage } from '../use-route';

/** Says what is wrong with the address, and where to go instead. */
export function BadAddressPage({ problem }: { problem: string }) {
  const { t } = useTexts();
  return (
    <main className="page">
      <h1 className="page-title">{t('address.bad')}</h1>
      <p>{t('address.problem', { problem })}</p>
      <p>
        <a href={inThisLanguage('/')}>{t('address.signIn')}</a>
      </p>
    </main>
  );
}
