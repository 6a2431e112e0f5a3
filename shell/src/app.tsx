import { TextsProvider } from '@baton/ui';
import type { Texts } from '@baton/ui';
import { DesktopPage } from './desktop/desktop-page';
import { BadAddressPage } from './sign-in/bad-address-page';
import { SignInPage } from './sign-in/sign-in-page';
import { ThemeRoot } from './theme/theme-root';
import { TwoDesktopsPage } from './two-desktops/two-desktops-page';
import type { Route } from './route';
import type { ShellOptions } from './shell-options';
import { useRoute } from './use-route';

/** The page that the address asks for. */
export function App({ texts, problem, pages = {}, ...options }: ShellOptions & { texts: Texts }) {
  const { SignIn = SignInPage, Desktop = DesktopPage, TwoDesktops = TwoDesktopsPage } = pages;
  const asked = useRoute();
  const route: Route = problem === undefined ? asked : { page: 'badAddress', problem };
  return (
    <TextsProvider texts={texts}>
      {route.page === 'desktop' && <Desktop key={route.agent} route={route} {...options} />}
      {route.page === 'twoDesktops' && <TwoDesktops route={route} />}
      {route.page === 'signIn' && (
        <ThemeRoot theme={route.theme} density={route.density}>
          <SignIn {...options} />
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
