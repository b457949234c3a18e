/** How long a card that must not close stays after the call: the portal's own figure. */
export const HELD_MS = 65_000

export interface AutoClose {
  /** The application asks to keep the card; asked again during the countdown, it starts anew. */
  hold(): void
  /** The application is done; a card that only waited for it closes at once. */
  release(): void
  /** The conversation is over. */
  callEnded(): void
  stop(): void
}

/** Whether and when a call card closes by itself. `warn` raises BeforeClose: at every attempt, the last one too. */
export function autoClose(act: { warn: () => void; close: () => void }): AutoClose {
  let isHeld = false
  let countdown: ReturnType<typeof setTimeout> | undefined
  const attempt = () => {
    clearTimeout(countdown)
    countdown = undefined
    act.warn()
    act.close()
  }
  const wait = () => {
    clearTimeout(countdown)
    countdown = setTimeout(attempt, HELD_MS)
  }
  return {
    hold() {
      isHeld = true
      if (countdown !== undefined) wait()
    },
    release() {
      isHeld = false
      if (countdown !== undefined) attempt()
    },
    callEnded() {
      if (!isHeld) return attempt()
      act.warn()
      wait()
    },
    stop: () => clearTimeout(countdown),
  }
}
