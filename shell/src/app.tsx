import { TextsProvider } from '@baton/ui';
import type { Texts } from '@baton/ui';
import { DesktopPage } from './desktop/desktop-page';
import { BadAddressPage } from './sign-in/bad-address-page';
import { SignInPage } from './sign-in/sign-in-page';
import { ThemeRoot } from './theme/theme-root';
import { TwoDesktopsPage } from './two-desktops/two-desktops-page';
import type { Route } from './route';
import type { ShellOptions } from './run-shell';
import { useRoute } from './use-route';

/** The page that the address asks for. */
export function App({ texts, problem, ...options }: ShellOptions & { texts: Texts }) {
  const asked = useRoute();
  const route: Route = problem === undefined ? asked : { page: 'badAddress', problem };
  return (
    <TextsProvider texts={texts}>
      {route.page === 'desktop' && <DesktopPage key={route.agent} route={route} {...options} />}
      {route.page === 'twoDesktops' && <TwoDesktopsPage {...route} />}
      {route.page === 'signIn' && (
        <ThemeRoot theme={route.theme}>
          <SignInPage {...options} />
        </ThemeRoot>
      )}
      {route.page === 'badAddress' && (
        <ThemeRoot>
          <BadAddressPage problem={route.problem} />
        </ThemeRoot>
      )}
    </TextsProvider>
  );
}
