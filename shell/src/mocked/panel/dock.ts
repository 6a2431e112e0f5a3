import dockSheet from './dock.css';

/** Keeps the panel at the block end of the window, and lets the page end where the panel begins. */
export function dock(panel: HTMLElement): void {
  const page = panel.ownerDocument;
  page.adoptedStyleSheets = [...page.adoptedStyleSheets, dockSheet];
  new ResizeObserver(() => {
    page.documentElement.style.setProperty('--dock', `${panel.getBoundingClientRect().height}px`);
  }).observe(panel);
}
