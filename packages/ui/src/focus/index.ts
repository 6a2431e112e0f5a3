/** When focus may move and where to, for all modules and the shell. The rule is in docs/behaviour/focus.md. */
export { watchInput } from './watch-input';
export type { InputWatch } from './watch-input';
export { keepFocus } from './keep-focus';
export { handsNow, meantAfterMs } from './meant-after';
export { restAt } from './rest';
export { agentIsElsewhere, ancestorsAcrossShadow, focusedElement, holdsFocus, takesFocus } from './tree';
