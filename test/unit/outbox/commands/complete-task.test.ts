import { expect, test } from 'vitest'
import { addTask, addTaskPayload } from '../../../../server/outbox/commands/add-task.ts'
import { completeTask, completeTaskPayload } from '../../../../server/outbox/commands/complete-task.ts'
import { DeliveryRefusedError } from '../../../../server/outbox/command.ts'
import { defaultMap, fakePortal } from '../../../support/fake-portal.ts'

const about = {
  map: defaultMap(),
  userId: 8,
  acceptedAt: '2026-11-25T09:00:00.000Z',
  earlier: async () => null,
}
const payload = completeTaskPayload.parse({ givenBy: 'asked', responsibleId: 8, byUserId: 3 })

/** A portal with the task the chain `asked` gave, behind fifty newer ones, in this status. */
async function portalWithTask(status: string) {
  const newer = Array.from({ length: 50 }, (_, index) => ({ id: String(900 - index), status: '2', description: '' }))
  const task = { id: '77', status, description: '' }
  const portal = fakePortal(({ method, params }) => {
    if (method === 'tasks.task.add') {
      task.description = String((params.fields as Record<string, unknown>).DESCRIPTION)
      return { task: { id: task.id } }
    }
    if (method === 'tasks.task.complete') task.status = '5'
    return { tasks: [...newer, task] }
  })
  const given = addTaskPayload.parse({
    card: { kind: 'order', id: 2 },
    title: 'Согласовать',
    text: '',
    responsibleId: 8,
    byUserId: 3,
    deadlineAt: null,
  })
  await addTask.send({ ...about, chainKey: 'asked', client: portal.client(3), payload: given })
  return portal
}

test('the task of an earlier chain is closed, and its status proves it', async () => {
  const portal = await portalWithTask('2')
  const delivery = { ...about, chainKey: 'decided', client: portal.client(8), payload }
  expect(await completeTask.findProof(delivery)).toBeNull()
  expect(await completeTask.send(delivery)).toBe(77)
  expect(await completeTask.findProof(delivery)).toEqual({ portalId: 77 })
})

test.each(['4', '5'])('a task in status %s is closed already, and is not closed again', async (status) => {
  const portal = await portalWithTask(status)
  const delivery = { ...about, chainKey: 'decided', client: portal.client(8), payload }
  expect(await completeTask.send(delivery)).toBe(77)
  expect(portal.methods()).not.toContain('tasks.task.complete')
})

test('a task that is not there any more, or was given by another chain, is refused and nothing else is closed', async () => {
  const portal = await portalWithTask('2')
  const other = { ...payload, givenBy: 'another' }
  const delivery = { ...about, chainKey: 'decided', client: portal.client(8), payload: other }
  await expect(completeTask.send(delivery)).rejects.toBeInstanceOf(DeliveryRefusedError)
  expect(portal.methods()).not.toContain('tasks.task.complete')
})
