/** Runs something when the first rows are on screen and the page has nothing better to do. */
export function whenIdle(run: () => void): void {
  // Safari has no requestIdleCallback.
  if (window.requestIdleCallback) window.requestIdleCallback(run, { timeout: 2_000 })
  else setTimeout(run, 200)
}
