import { ThemeRoot } from '../theme/theme-root';
import { DesktopFrame } from '../two-desktops/desktop-frame';
import { TwoDesktopsPage } from '../two-desktops/two-desktops-page';
import type { Pages } from '../shell-options';
import { addressOf } from './address';
import type { MockedSettings } from './address';

/** Whether the desktops of these settings stand in frames: they are pages of their own, and this one is the stage. */
export function hasFrames({ page, width }: MockedSettings): boolean {
  return 'left' in page || (page.agent !== undefined && width !== undefined);
}

/** The pages of a stage. Each frame has all settings but those of the stage: width, and the panel. */
export function framesOf(settings: MockedSettings): Pages {
  const { width, panel: _, ...rest } = settings;
  const addressFor = (agent: string) => addressOf({ ...rest, page: { agent }, panel: false });

  return {
    TwoDesktops: ({ route }) => <TwoDesktopsPage route={route} widthPx={width} addressFor={addressFor} />,
    ...(width !== undefined && {
      Desktop: ({ route }) => (
        <ThemeRoot theme={route.theme}>
          <main className="stage" lang="en" dir="ltr">
            <h1 className="stage-title">
              {route.agent}, {width} px
            </h1>
            <DesktopFrame title={`Desktop of ${route.agent}`} address={addressFor(route.agent)} widthPx={width} />
          </main>
        </ThemeRoot>
      ),
    }),
  };
}
