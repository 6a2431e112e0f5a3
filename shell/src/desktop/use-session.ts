import { useEffect, useState } from 'react';
import { createBaton, openSession } from '@baton/host-kit';
import type { Baton } from '@baton/host-kit';
import type { RoutingError } from '@baton/contracts';
import { declining } from '../decline-reasons';
import { moduleAddresses, overrideOrigins } from '../modules';
import type { DesktopRoute } from '../route';
import type { ShellOptions } from '../shell-options';
import { goTo, inThisLanguage } from '../use-route';

declare global {
  interface Window {
    /** For the console, where the page allows overrides of modules: `baton.overrides`. */
    baton?: Pick<Baton, 'overrides'>;
  }
}

/** An agent's session in this page. */
export type Session = { state: 'opening' } | { state: 'open'; baton: Baton } | { state: 'failed'; error: RoutingError };

/** Opens a session for the address' agent and connects Baton to it; closes both with the page's part. */
export function useSession(
  route: DesktopRoute,
  options: Pick<
    ShellOptions,
    'fetch' | 'clock' | 'storageOf' | 'code' | 'modules' | 'shared' | 'templates' | 'caseData' | 'rules' | 'language'
  >,
): [Session, () => void] {
  const [session, setSession] = useState<Session>({ state: 'opening' });
  const [attempt, setAttempt] = useState(0);
  const { agent, ready, theme, density } = route;
  const { fetch: fetchImpl, clock, storageOf, code, modules, shared, templates, caseData, rules, language } = options;

  useEffect(() => {
    let left = false;
    let baton: Baton | undefined;

    async function open() {
      setSession({ state: 'opening' });
      const storage = storageOf?.(agent);
      const opened = await openSession({ baseUrl: '/', ready, fetch: fetchImpl, storage, clock }, agent);
      if (left) return;
      if (!opened.ok) {
        // Signed out in another window meanwhile.
        if (opened.error.code === 'gone') goTo(inThisLanguage('/'), 'replace', { erasedTexts: 0 });
        else setSession({ state: 'failed', error: opened.error });
        return;
      }
      const allowedOrigins = overrideOrigins();
      baton = createBaton({
        ...opened.value,
        ...(allowedOrigins.length === 0 ? {} : { overrides: { allowedOrigins } }),
        modules: modules ?? moduleAddresses(),
        ...(storage && { adapters: { storage } }),
        declining,
        clock,
        code,
        shared,
        templates,
        caseData,
        ...rules,
        theme,
        ...(density === undefined ? {} : { density }),
        ...language,
      });
      if (allowedOrigins.length > 0) window.baton = { overrides: baton.overrides };
      setSession({ state: 'open', baton });
    }

    void open();
    return () => {
      left = true;
      baton?.close();
      delete window.baton;
    };
  }, [
    agent,
    ready,
    theme,
    density,
    language,
    fetchImpl,
    clock,
    storageOf,
    code,
    modules,
    shared,
    templates,
    caseData,
    rules,
    attempt,
  ]);

  return [session, () => setAttempt((count) => count + 1)];
}
