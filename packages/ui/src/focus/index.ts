/** When focus may move and where to: docs/behaviour/focus.md has the rule, this room decides it for every module and the shell. */
export { watchDeeds } from './deeds';
export type { DeedWatch } from './deeds';
export { keepFocus } from './keep-focus';
export { restAt } from './rest';
export { agentIsElsewhere, ancestorsAcrossShadow, focusedElement, holdsFocus, takesFocus } from './tree';
