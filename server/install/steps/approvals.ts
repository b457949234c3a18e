import { PortalError } from '../../errors.ts'
import { APPROVAL_BADGE } from '../../outbox/commands/draw-approval.ts'
import type { Fitting } from '../fitting.ts'
import { rowsOf } from '../portal-lists.ts'

const BADGE = {
  ru: { title: 'Отказ', value: 'ждёт решения' },
  en: { title: 'Refusal', value: 'waits for a decision' },
}

/** The mark that cards wear in lists while their refusal waits. A portal without such marks does without. */
export async function fitApprovals({ client, language, log }: Fitting): Promise<void> {
  try {
    const { result } = await client.call<unknown>('crm.activity.badge.list')
    const badges = rowsOf((result as { badges?: unknown } | null)?.badges ?? result)
    if (badges.some(({ code }) => code === APPROVAL_BADGE)) return
    await client.call('crm.activity.badge.add', { code: APPROVAL_BADGE, ...BADGE[language], type: 'warning' })
  } catch (error) {
    if (!(error instanceof PortalError) || error.retryable) throw error
    log.info({ code: error.code }, 'this portal takes no badges: refusals are shown without one')
  }
}
