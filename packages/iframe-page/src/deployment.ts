import * as v from 'valibot';

const Origin = v.pipe(
  v.string(),
  v.check(isOrigin, 'is no origin: write scheme, host and port, nothing more, as in "https://desk.example"'),
);

/** The settings in the page's HTML, written when the page is deployed. */
export const Deployment = v.object({
  /** Origins of the pages that may hold this one in an iframe. */
  parents: v.array(Origin),
  /** Origins of routing backends besides the page's own. */
  backends: v.optional(v.array(Origin), []),
  /** Where each module is. */
  modules: v.record(v.string(), v.object({ url: v.string(), manifest: v.optional(v.unknown()) })),
});
export type Deployment = v.InferOutput<typeof Deployment>;

/** Reads the settings from the page's HTML, or returns what is wrong with them. */
export function readDeployment(page: Document): { ok: true; deployment: Deployment } | { ok: false; problem: string } {
  const modules = jsonOf(page, 'baton-modules');
  const lists = jsonOf(page, 'baton-deployment');
  const checked = v.safeParse(Deployment, { ...lists, modules });
  if (checked.success) return { ok: true, deployment: checked.output };
  const problems = checked.issues.map((issue) => `${v.getDotPath(issue) ?? 'page'} ${issue.message}`);
  return {
    ok: false,
    problem: `The JSON scripts "#baton-modules" and "#baton-deployment" of Baton's page cannot be used: ${problems.join('; ')}. Correct them where the page is deployed.`,
  };
}

/** The origins that scripts may come from: the page's own and those of the modules. */
export function scriptOrigins({ modules }: Deployment, base: string): string[] {
  const all = [base, ...Object.values(modules).map(({ url }) => url)];
  return [...new Set(all.map((url) => new URL(url, base).origin))];
}

function jsonOf(page: Document, id: string): object | undefined {
  try {
    const found: unknown = JSON.parse(page.getElementById(id)?.textContent ?? '');
    return typeof found === 'object' && found !== null ? found : undefined;
  } catch {
    return undefined;
  }
}

function isOrigin(text: string): boolean {
  try {
    return new URL(text).origin === text;
  } catch {
    return false;
  }
}
