import type { Boot } from '../../contract/session.ts'
import { openFrame, readBoot } from '../demo/portal-pages.ts'
import type { Dealt } from './dealer.ts'

export interface PersonWorld {
  portalUrl: string
  serverUrl: string
  requestTypeId: number
  placementId: number
  /** Cards that are open, some of which somebody may delete. */
  requestIds: readonly number[]
}

const PAUSE_MS = 150
const SIGN_IN_TRIES = 40
/** Cards somebody may not read and cards that are gone look alike. */
const GONE = ['not_found', 'no_right']
const pause = () => new Promise((resolve) => setTimeout(resolve, PAUSE_MS))

/**
 * One person at his cards. A press that was not answered is pressed again under the same key until it is, as the
 * widget does; a session that ended is opened anew.
 */
export class Person {
  private token: string | null = null
  private requestId = 0
  private readonly world: PersonWorld
  readonly userId: number

  constructor(world: PersonWorld, userId: number) {
    this.world = world
    this.userId = userId
  }

  /** Which card he stands in; it is opened with his next press. */
  goTo(requestId: number): void {
    if (this.requestId !== requestId) this.token = null
    this.requestId = requestId
  }

  /**
   * Resolves once the server has said that it is accepted, or (false) that there is nothing to press about any more.
   * Throws for any other refusal.
   */
  async press(dealt: Dealt): Promise<boolean> {
    for (;;) {
      this.token ??= await this.open(this.requestId)
      if (this.token === 'gone') {
        this.token = null
        return false
      }
      const answer = this.token === null ? null : await this.send(dealt, this.token)
      if (answer?.ok) return true
      if (answer?.status === 404 || answer?.status === 409) return false
      if (answer?.status === 401) this.token = null
      else if (answer && answer.status < 500 && answer.status !== 429)
        throw new Error(`${dealt.path} answered ${answer.status}: ${await answer.text()}`)
      await pause()
    }
  }

  /** Opens a card anew, another one where his own is gone; gives up after a while, to try again later. */
  async signIn(): Promise<void> {
    const cards = [this.requestId, ...this.world.requestIds].filter((id) => id > 0)
    for (let tries = 0; tries < SIGN_IN_TRIES && cards.length > 0; tries += 1) {
      const opened = await this.open(cards[0]!)
      if (opened === 'gone') cards.shift()
      else if (opened !== null) return
      else await pause()
    }
  }

  private async send({ path, body }: Dealt, token: string): Promise<Response | null> {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` }
    const request = { method: 'POST', headers, body: JSON.stringify(body) }
    return fetch(this.world.serverUrl + path, request).catch(() => null)
  }

  private async open(requestId: number): Promise<string | null> {
    const { portalUrl, requestTypeId, placementId } = this.world
    try {
      const frame = await openFrame(portalUrl, {
        viewerId: this.userId,
        placement: `CRM_DYNAMIC_${requestTypeId}_DETAIL_TAB`,
        placementId,
        options: { ID: String(requestId) },
        uri: `/crm/type/${requestTypeId}/details/${requestId}/`,
        address: addressOf(this.userId),
      })
      const boot = readBoot<Boot>(frame.html)
      if (boot.state === 'refused' && GONE.includes(boot.problem.code)) return 'gone'
      return boot.state === 'carriers' ? boot.session.token : null
    } catch {
      // The portal or the server is away for a moment.
      return null
    }
  }
}

/** Everybody sits at a machine of his own: limits by address are those of one person, however fast the clocks run. */
export const addressOf = (userId: number): string => `10.0.0.${userId}`
