/**
 * Measures how much larger than usual the agent has set the browser's text: 1 for 16 px, 1.25 for 20 px. Set the result
 * as `--baton-scale` on the theme root. `rem` would depend on the host page's own `html` size.
 */
export function probeScale(document: Document): number {
  const probe = document.createElement('div');
  probe.style.setProperty('all', 'initial', 'important');
  probe.style.setProperty('position', 'absolute', 'important');
  probe.style.setProperty('font-size', 'medium', 'important');
  document.documentElement.append(probe);
  const size = Number.parseFloat(getComputedStyle(probe).fontSize);
  probe.remove();
  return Number.isFinite(size) ? size / 16 : 1;
}
