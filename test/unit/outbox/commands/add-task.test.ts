import { expect, test } from 'vitest'
import { addTask, addTaskPayload } from '../../../../server/outbox/commands/add-task.ts'
import { answerRefusalRobot } from '../../../../server/outbox/commands/answer-refusal-robot.ts'
import { drawApproval, drawApprovalPayload } from '../../../../server/outbox/commands/draw-approval.ts'
import { PortalError } from '../../../../server/errors.ts'
import { defaultMap, fakePortal } from '../../../support/fake-portal.ts'

const about = {
  map: defaultMap(),
  chainKey: 'key',
  userId: 1,
  acceptedAt: '2026-11-25T09:00:00.000Z',
  earlier: async () => null,
}

const task = addTaskPayload.parse({
  card: { kind: 'request', id: 15 },
  title: 'Вернули из отказа',
  text: 'Возьмите предоплату',
  responsibleId: 8,
  byUserId: 3,
  deadlineAt: '2026-11-26T15:00:00.000Z',
})

test('a task hangs on its card, has its deadline, and is found again by its reference', async () => {
  const tasks: Record<string, unknown>[] = []
  const portal = fakePortal(({ method, params }) => {
    if (method === 'tasks.task.add') {
      tasks.push(params.fields as Record<string, unknown>)
      return { task: { id: '77' } }
    }
    return { tasks: tasks.map((fields) => ({ id: '77', description: fields.DESCRIPTION })) }
  })
  const delivery = { ...about, client: portal.client(1), payload: task }
  expect(await addTask.findProof(delivery)).toBeNull()
  expect(await addTask.send(delivery)).toBe(77)
  expect(tasks[0]).toMatchObject({
    UF_CRM_TASK: ['T40c_15'],
    RESPONSIBLE_ID: 8,
    CREATED_BY: 3,
    DEADLINE: '2026-11-26T15:00:00+00:00',
  })
  expect(await addTask.findProof(delivery)).toEqual({ portalId: 77 })
  expect(await addTask.findProof({ ...delivery, chainKey: 'another' })).toBeNull()
})

const approval = drawApprovalPayload.parse({
  card: { kind: 'request', id: 15 },
  approvalKey: 'r'.repeat(20),
  responsibleId: 3,
  deadlineAt: null,
  title: 'Отказ от груза',
  tag: { type: 'warning', title: 'ждёт решения' },
  lines: [{ title: 'Причина', value: 'должник' }],
  buttons: [
    { action: 'approve', title: 'Согласовать' },
    { action: 'return', title: 'Вернуть' },
  ],
})

/** A portal that keeps one activity; without badges it refuses one. */
function timeline({ takesBadges }: { takesBadges: boolean }) {
  const kept: { id: number; params: Record<string, unknown> }[] = []
  const portal = fakePortal(({ method, params }) => {
    if (method === 'crm.activity.list') return kept.map(({ id }) => ({ ID: id }))
    const { badgeCode } = params.fields as { badgeCode?: string }
    if (badgeCode && !takesBadges) throw new PortalError(method, 'WRONG_FIELD_VALUE', 400, { retryable: false })
    if (method === 'crm.activity.configurable.add') kept.push({ id: 5, params })
    else kept[0]!.params = params
    return { activity: { id: 5 } }
  })
  return { kept, delivery: { ...about, client: portal.client(1), payload: approval } }
}

test('an approval is drawn once and drawn anew afterwards, however often it is sent', async () => {
  const { kept, delivery } = timeline({ takesBadges: true })
  await drawApproval.send(delivery)
  await drawApproval.send(delivery)
  await drawApproval.send({ ...delivery, payload: { ...approval, buttons: [] } })
  expect(kept).toHaveLength(1)
  expect(kept[0]!.params).toMatchObject({ id: 5, fields: { completed: 'Y', badgeCode: '' } })
  expect(kept[0]!.params.layout).not.toHaveProperty('footer')
})

test('a portal without the badge shows the buttons all the same', async () => {
  const { kept, delivery } = timeline({ takesBadges: false })
  expect(await drawApproval.send(delivery)).toBe(5)
  expect(kept[0]!.params.fields).not.toHaveProperty('badgeCode')
})

test('a robot that was answered already is not answered again, and a silent portal is asked later', async () => {
  const refuse = (status: number, retryable: boolean) =>
    fakePortal(() => {
      throw new PortalError('bizproc.event.send', 'ACCESS_DENIED', status, { retryable })
    })
  const payload = { eventToken: 'token', values: { result: 'approved' }, log: 'ок' }
  const send = (portal: ReturnType<typeof refuse>) =>
    answerRefusalRobot.send({ ...about, client: portal.client(1), payload })
  expect(await send(refuse(403, false))).toBeNull()
  await expect(send(refuse(0, true))).rejects.toThrow(PortalError)
})
