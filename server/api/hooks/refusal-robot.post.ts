import { createHash } from 'node:crypto'
import { Hono } from 'hono'
import { REFUSAL_REASONS } from '../../../contract/refusal-reasons.ts'
import { InvalidInputError, NotAllowedError } from '../../errors.ts'
import { formLevel, formText, parsePhpForm, type PhpForm } from '../../portal/php-query.ts'
import { processOfType, type SchemaMap } from '../../portal/schema-map.ts'
import { sameSecret } from '../../same-secret.ts'
import { acceptChain } from '../../store/outbox.ts'
import { findPortal } from '../../store/portals.ts'
import { readPortalLanguage } from '../../store/portal-language.ts'
import { addWaitingRobot } from '../../store/refusal-robots.ts'
import type { ApiContext } from '../api-context.ts'
import { askRefusal } from '../refusals/ask.ts'
import { readRefusableCard, type RefusableCard } from '../refusals/refusable-card.ts'
import { robotAnswers } from '../refusals/robot-answers.ts'
import { toldOf } from '../refusals/told.ts'
import type { PortalRoom } from '../session/portal-room.ts'

/**
 * `POST /hooks/refusal-robot`: the portal's robot «Запросить отказ» has come to a card. It waits until the refusal is
 * decided. The same robot told of twice asks once; one the portal did not send is refused.
 */
export function refusalRobotPost(context: ApiContext) {
  return new Hono().post('/hooks/refusal-robot', async (call) => {
    await context.limits.take('post', context.callerAddress(call))
    const form = parsePhpForm(await call.req.text())
    const room = await roomOf(context, form)
    await ask(context, room, form)
    return call.body(null, 200)
  })
}

async function roomOf(context: ApiContext, form: PhpForm): Promise<PortalRoom> {
  const auth = formLevel(form, 'auth')
  const portal = await findPortal(context.registry, formText(auth, 'member_id') ?? '')
  const token = formText(auth, 'application_token')
  const isGenuine = portal?.applicationToken && token && sameSecret(portal.applicationToken, token)
  const room = isGenuine ? await context.openRoom(portal.memberId) : null
  if (!room) throw new NotAllowedError('portal_unknown', 'This was not sent by a portal we know')
  return room
}

async function ask(context: ApiContext, room: PortalRoom, form: PhpForm): Promise<void> {
  const { store } = room
  const eventToken = formText(form, 'event_token')
  const map = room.map()
  const reference = map && cardOf(formText(formLevel(form, 'document_id'), '2') ?? '', map)
  if (!eventToken || !reference)
    throw new InvalidInputError('This is no card of ours', [{ path: 'document_id', message: 'unknown' }])
  const properties = formLevel(form, 'properties')
  const reason = REFUSAL_REASONS.find((code) => code === formText(properties, 'reason')) ?? 'other'
  const card = await readRefusableCard(store, reference)
  const askerId = personOf(formText(properties, 'asker')) ?? card.managerId ?? room.portal.installedByUserId
  const comment = (formText(properties, 'comment') ?? '').trim().slice(0, 2000)
  const at = new Date(context.now()).toISOString()
  const input = {
    key: createHash('sha256').update(eventToken).digest('hex').slice(0, 32),
    card: reference,
    reason,
    comment: comment.length < 3 ? ASKED_BY_ROBOT[await readPortalLanguage(store)] : comment,
    nextContactOn: null,
  }
  const row = await askRefusal(context, room, askerId, input, 'robot')
  await addWaitingRobot(store, { eventToken, refusalKey: row.key, at })
  // What needs nobody is over already: the robot goes on at once.
  const steps = await robotAnswers(store, row, await toldOf(room, row, card.title, null))
  if (steps.length === 0) return
  await acceptChain(store, {
    key: `${row.key} robot`,
    kind: 'refusal',
    userId: room.portal.installedByUserId,
    input: {},
    loadKind: card.kind,
    loadId: card.id,
    companyId: card.clientId,
    acceptedAt: at,
    steps,
  })
  room.wakeOutbox()
}

const ASKED_BY_ROBOT = { ru: 'Запрошено роботом', en: 'Asked for by a robot' } as const

/** «DYNAMIC_1036_15», «LEAD_5». */
function cardOf(document: string, map: SchemaMap): Pick<RefusableCard, 'kind' | 'id'> | null {
  const [, name, type, number] = /^(?:(LEAD)|DYNAMIC_(\d{1,9}))_(\d{1,15})$/.exec(document) ?? []
  const id = Number(number)
  if (name) return { kind: 'lead', id }
  const kind = processOfType(map, Number(type))
  return kind === 'request' || kind === 'order' ? { kind, id } : null
}

/** «user_4». */
function personOf(text: string | null): number | null {
  const id = Number(/^(?:user_)?(\d{1,15})$/.exec(text ?? '')?.[1])
  return Number.isInteger(id) && id > 0 ? id : null
}
