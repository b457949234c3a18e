/** Requests that stood in lost before the app watched, the newest first. */
export interface PastLosses {
  /** When the portal was asked, UTC ISO. */
  at: string
  moves: { cardId: number; byUserId: number; seenAt: string }[]
}
