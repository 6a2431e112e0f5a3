/** When focus may move and where to: docs/behaviour/focus.md has the rule, this room decides it for every module and the shell. */
export { watchInput } from './watch-input';
export type { InputWatch } from './watch-input';
export { keepFocus } from './keep-focus';
export { meantAfterMs } from './meant-after';
export { restAt } from './rest';
export { agentIsElsewhere, ancestorsAcrossShadow, focusedElement, holdsFocus, takesFocus } from './tree';
