/** How far a page is with opening its situation. */
export type Progress = 'opening' | 'open' | 'failed';

/**
 * Says it at the page's root as `data-situation`, for programs that look at the page: `open` once the desktop shows
 * the situation and every step in the page is done.
 */
export function tellProgress(progress: Progress): void {
  document.documentElement.dataset['situation'] = progress;
}
