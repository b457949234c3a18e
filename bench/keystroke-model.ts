/** Seconds a practised person takes: the keystroke-level model of Card, Moran and Newell. */
export const KEY_SECONDS = 0.28
export const CLICK_SECONDS = 1.3
export const THINK_SECONDS = 1.35
