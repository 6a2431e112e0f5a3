import { TextsProvider } from '@baton/ui';
import { DesktopPage } from './desktop/desktop-page';
import { texts } from './messages';
import { BadAddressPage } from './sign-in/bad-address-page';
import { SignInPage } from './sign-in/sign-in-page';
import { ThemeRoot } from './theme/theme-root';
import { TwoDesktopsPage } from './two-desktops/two-desktops-page';
import type { Route } from './route';
import type { ShellOptions } from './run-shell';
import { useRoute } from './use-route';

/** The page that the address asks for. */
export function App({ fetch, code, shared, demo, problem }: ShellOptions) {
  const asked = useRoute();
  const route: Route = problem === undefined ? asked : { page: 'badAddress', problem };
  return (
    <TextsProvider texts={texts}>
      {route.page === 'desktop' && <DesktopPage key={route.agent} route={route} fetch={fetch} code={code} shared={shared} demo={demo} />}
      {route.page === 'twoDesktops' && <TwoDesktopsPage left={route.left} right={route.right} />}
      {route.page === 'signIn' && (
        <ThemeRoot>
          <SignInPage fetch={fetch} demo={demo} />
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
