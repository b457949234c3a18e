import type { SessionInput } from '../../contract/session.ts'

/** What a widget may ask of the portal page round it. Every promise settles: the portal never answers some commands. */
export interface Frame {
  /** Opens a page of the portal in its slider; resolves at once, not when the slider closes. */
  openPath(path: string): void
  /** Hands a number to the portal's telephony. Nobody reports whether the call was made. */
  phoneTo(number: string): Promise<void>
  /** Opens the portal's messenger with a dialogue of the portal's own channels. */
  openMessenger(dialogId: string): Promise<void>
  /** Sets the height of our frame, px. */
  resize(heightPx: number): Promise<void>
  /** What `POST /api/session` needs; asks the portal for a fresh token when `renew` is set. */
  credentials(renew: boolean): Promise<Omit<SessionInput, 'widget'>>
  /** A call card stays open after the call while it is held, and closes by itself when it is not. */
  holdCallCard(held: boolean): Promise<void>
  /** Tells, while a call lasts, that the portal has tied it to somebody: what the placement would be told now. */
  onCallerChanged(listener: (call: Record<string, unknown>) => void): Promise<void>
  /** Tells the portal that the app is installed; the portal then reloads our frame. */
  finishInstall(): Promise<void>
}

/** The page was opened outside the portal, or the portal does not speak to it. */
export class FrameUnavailableError extends Error {
  override name = 'FrameUnavailableError'
}

const OPEN_TIMEOUT_MS = 10_000
let opening: Promise<Frame> | null = null

/** The portal's frame, one for the page. The SDK is loaded here and only here; a failed opening is tried anew next time. */
export function openFrame(): Promise<Frame> {
  opening ??= withTimeout(connect(), OPEN_TIMEOUT_MS).catch((error: unknown) => {
    opening = null
    throw error instanceof FrameUnavailableError
      ? error
      : new FrameUnavailableError('The portal page did not answer', { cause: error })
  })
  return opening
}

async function connect(): Promise<Frame> {
  const { initializeB24Frame } = await import('@bitrix24/b24jssdk')
  const portal = await initializeB24Frame()
  return {
    openPath(path) {
      // Settles only when the slider closes, and rejects where the portal does not know the path: neither is news here.
      portal.slider.openPath(portal.slider.getUrl(path)).catch(() => undefined)
    },
    async phoneTo(number) {
      await portal.parent.imPhoneTo(number)
    },
    async openMessenger(dialogId) {
      await portal.parent.imOpenMessenger(dialogId as `chat${number}`)
    },
    async resize(heightPx) {
      // `fitWindow` would measure the whole page; the list scrolls inside a frame of our own height.
      await portal.parent.message.send('resizeWindow', {
        width: '100%',
        height: heightPx,
        isSafely: true,
      })
    },
    async credentials(renew) {
      const known = renew ? await portal.auth.refreshAuth() : portal.auth.getAuthData()
      const auth = known || (await portal.auth.refreshAuth())
      if (!auth) throw new FrameUnavailableError('The portal gave no token')
      return {
        memberId: auth.member_id,
        accessToken: auth.access_token,
        refreshToken: auth.refresh_token,
        expiresIn: auth.expires_in,
        placement: portal.placement.title,
        placementOptions: { ...portal.placement.options },
        language: portal.getLang(),
      }
    },
    async holdCallCard(held) {
      await portal.placement.call(held ? 'disableAutoClose' : 'enableAutoClose', {})
    },
    async onCallerChanged(listener) {
      await portal.placement.bindEvent('CallCard::EntityChanged', () => {
        const asking = portal.placement.call('getStatus', {})
        asking.then((status: Record<string, unknown>) => listener(status)).catch(() => undefined)
      })
    },
    async finishInstall() {
      await portal.installFinish()
    },
  }
}

/** `initializeB24Frame` waits for ever on a parent that does not answer. */
function withTimeout<T>(promise: Promise<T>, milliseconds: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new FrameUnavailableError(`No answer from the portal page in ${milliseconds} ms`)),
      milliseconds,
    )
    promise.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
