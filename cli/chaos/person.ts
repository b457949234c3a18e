import type { Boot } from '../../contract/session.ts'
import { openFrame, readBoot } from '../demo/portal-pages.ts'
import type { Dealt } from './dealer.ts'

export interface PersonWorld {
  portalUrl: string
  serverUrl: string
  requestTypeId: number
  placementId: number
}

const PAUSE_MS = 150
const SIGN_IN_TRIES = 40
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
      this.token ??= await this.open()
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

  /** Opens his card anew, until it opens or is gone; gives up after a while, to try again later. */
  async signIn(): Promise<void> {
    for (let tries = 0; tries < SIGN_IN_TRIES && (await this.open()) === null; tries += 1) await pause()
  }

  private async send({ path, body }: Dealt, token: string): Promise<Response | null> {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` }
    const request = { method: 'POST', headers, body: JSON.stringify(body) }
    return fetch(this.world.serverUrl + path, request).catch(() => null)
  }

  private async open(): Promise<string | null> {
    const { portalUrl, requestTypeId, placementId } = this.world
    try {
      const frame = await openFrame(portalUrl, {
        viewerId: this.userId,
        placement: `CRM_DYNAMIC_${requestTypeId}_DETAIL_TAB`,
        placementId,
        options: { ID: String(this.requestId) },
        uri: `/crm/type/${requestTypeId}/details/${this.requestId}/`,
      })
      const boot = readBoot<Boot>(frame.html)
      if (boot.state === 'refused' && boot.problem.code === 'not_found') return 'gone'
      return boot.state === 'carriers' ? boot.session.token : null
    } catch {
      // The portal or the server is away for a moment.
      return null
    }
  }
}
