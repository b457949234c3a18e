import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Sandbox } from '../../sandbox/server.ts'
import { post, sdkFor, startTiny } from '../support/tiny-portal.ts'
import { tiny } from '../support/tiny-seed.ts'

let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await startTiny()
})

afterAll(() => sandbox.close())

interface BatchResult {
  result: unknown
  result_error: Record<string, { error: unknown }>
  result_total: unknown
  result_next: unknown
  result_time: unknown
}

async function batch(cmd: unknown, halt = 0): Promise<BatchResult> {
  const { status, body } = await post(`${sandbox.webhookUrl}batch`, { cmd, halt })
  expect(status).toBe(200)
  return body.result as BatchResult
}

test('the official SDK runs a batch and tells its calls apart by name', async () => {
  const answer = await sdkFor(sandbox, tiny.admin).actions.v2.batch.make({
    calls: {
      me: { method: 'profile' },
      requests: {
        method: 'crm.item.list',
        params: { entityTypeId: tiny.requests, select: ['id'], filter: { '<=id': 2 } },
      },
    },
    options: { isHaltOnError: true, returnAjaxResult: false, requestId: 'batch' },
  })
  expect(answer.getData()).toMatchObject({ me: { ID: '1' }, requests: { items: [{ id: 1 }, { id: 2 }] } })
})

test('a command cites what an earlier one answered', async () => {
  const answer = await batch({
    types: 'crm.type.list?filter[entityTypeId]=1036',
    items: 'crm.item.list?entityTypeId=$result[types][types][0][entityTypeId]&filter[id]=4&select[]=title',
    echo: 'crm.item.list?entityTypeId=1036&filter[title]=Запрос $result[types][types][0][id]&select[]=id',
  })
  expect(answer.result).toMatchObject({ items: { items: [{ title: 'Запрос 4' }] }, echo: { items: [{ id: 7 }] } })
  expect(answer.result_total).toMatchObject({ types: 1, items: 1 })
})

test('a reference to a whole list hands the list over', async () => {
  const answer = await batch({
    one: 'crm.item.get?entityTypeId=1036&id=3&useOriginalUfNames=Y',
    same: 'crm.item.list?entityTypeId=1036&useOriginalUfNames=Y&filter[@UF_CRM_7_BODY]=$result[one][item][UF_CRM_7_BODY]&select[]=id',
  })
  expect((answer.result as { same: { items: unknown[] } }).same.items).toHaveLength(12)
})

test('commands in a list are answered in a list, and empty parts are empty lists', async () => {
  const answer = await batch(['user.admin', 'server.time'])
  expect(answer.result).toEqual([true, expect.any(String)])
  expect(answer.result_error).toEqual([])
  expect(answer.result_next).toEqual([])
})

test('with halt the commands after a failure are not run, without it they are', async () => {
  const cmd = { bad: 'crm.item.get?entityTypeId=1036&id=999', good: 'user.admin' }
  const halted = await batch(cmd, 1)
  expect(halted.result).toEqual([])
  expect(halted.result_error['bad']?.error).toBe('NOT_FOUND')
  const whole = await batch(cmd, 0)
  expect(whole.result).toEqual({ good: true })
})

test('a batch in a batch and the fifty-first command are refused one by one', async () => {
  const cmd = Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`c${index}`, 'user.admin']))
  const long = await batch(cmd)
  expect(Object.keys(long.result as object)).toHaveLength(50)
  expect(long.result_error['c50']?.error).toBe('ERROR_BATCH_LENGTH_EXCEEDED')
  const nested = await batch({ inner: 'batch?cmd[a]=user.admin' })
  expect(nested.result_error['inner']?.error).toBe('ERROR_BATCH_METHOD_NOT_ALLOWED')
})

test('a reference to nothing is empty, and one to itself goes nowhere', async () => {
  const answer = await batch({ self: 'crm.item.get?entityTypeId=1036&id=$result[self][item][id]' })
  expect(answer.result_error['self']?.error).toBe('100')
})
