import { REFUSAL_REASON_LABELS, REFUSAL_REASONS } from '../../../contract/refusal-reasons.ts'
import { PortalError } from '../../errors.ts'
import type { Fitting } from '../fitting.ts'
import { rowsOf } from '../portal-lists.ts'

export const REFUSAL_ROBOT = 'reis_refusal'

/** The robot «Запросить отказ», for those who draw a portal's automation. A portal without robots does without. */
export async function fitRefusalRobot({ client, publicUrl, language, log }: Fitting): Promise<void> {
  try {
    const known = (await client.call<unknown>('bizproc.robot.list')).result
    const codes = Array.isArray(known) ? known.map(String) : rowsOf(known).map(({ CODE }) => String(CODE))
    const robot = { ...definition(publicUrl, language), AUTH_USER_ID: client.userId }
    if (!codes.includes(REFUSAL_ROBOT)) await client.call('bizproc.robot.add', { CODE: REFUSAL_ROBOT, ...robot })
    else await client.call('bizproc.robot.update', { CODE: REFUSAL_ROBOT, FIELDS: robot })
  } catch (error) {
    if (!(error instanceof PortalError) || error.retryable) throw error
    log.info({ code: error.code }, 'this portal takes no robots: refusals are asked for in cards only')
  }
}

function definition(publicUrl: string, language: Fitting['language']) {
  const named = (ru: string, en: string) => ({ ru, en })
  return {
    HANDLER: `${publicUrl}/hooks/refusal-robot`,
    NAME: named('Запросить отказ (Рейс)', 'Ask for a refusal (Reis)'),
    DESCRIPTION: named(
      'Просит руководителя согласовать отказ и ждёт решения.',
      'Asks the head to approve a refusal and waits for the decision.',
    ),
    USE_SUBSCRIPTION: 'Y',
    PROPERTIES: {
      reason: {
        Name: named('Причина', 'Reason'),
        Type: 'select',
        Required: 'Y',
        Default: 'no_truck',
        Options: Object.fromEntries(REFUSAL_REASONS.map((code) => [code, REFUSAL_REASON_LABELS[code][language]])),
      },
      comment: { Name: named('Комментарий', 'Comment'), Type: 'text', Required: 'Y' },
      asker: { Name: named('Кто просит', 'Who asks'), Type: 'user', Required: 'N' },
    },
    RETURN_PROPERTIES: {
      result: {
        Name: named(
          'Решение: approved, returned, withdrawn, expired',
          'Result: approved, returned, withdrawn, expired',
        ),
        Type: 'string',
      },
      decidedBy: { Name: named('Кто решил', 'Who decided'), Type: 'string' },
      text: { Name: named('Что велено', 'Instruction'), Type: 'string' },
    },
  }
}
