/** Whether the agent works in another frame of the page: taking the focus here would take it from there. */
export function agentIsElsewhere(): boolean {
  return window.parent !== window && !document.hasFocus();
}
