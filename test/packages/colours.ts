import { checkTheme, readTokens, toCss } from '@baton/check-theme';

// What a team writes that checks its colours in a build of its own.
export function styleSheet(tokens: unknown): string {
  const { overrides, problems } = readTokens(tokens);
  if (problems.length > 0) throw new Error(problems.join('\n'));
  for (const { theme, front, back, ratio, suggestion } of checkTheme(overrides)) {
    console.warn(
      `${theme}: ${front.name} on ${back.name} ${ratio}${suggestion === undefined ? '' : `, better ${suggestion.colour}`}`,
    );
  }
  return toCss(overrides);
}

// @ts-expect-error a colour is a string
checkTheme({ light: { 'accent-solid': 7 } });
