import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Sandbox } from '../../sandbox/server.ts'
import { callAs, startTiny } from '../support/tiny-portal.ts'
import { tiny } from '../support/tiny-seed.ts'

let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await startTiny()
})

afterAll(() => sandbox.close())

const ask = (method: string, params: Record<string, unknown>, userId: number = tiny.manager) =>
  callAs(sandbox, userId, method, params)

test('two colleagues have one dialogue, whoever of them writes', async () => {
  await ask('im.message.add', { DIALOG_ID: tiny.logist, MESSAGE: 'Есть машина?' })
  await ask('im.message.add', { DIALOG_ID: tiny.manager, MESSAGE: 'Есть' }, tiny.logist)
  const read = await ask('im.dialog.messages.get', { DIALOG_ID: tiny.logist })
  const { messages } = read.body.result as { messages: { text: string; author_id: number }[] }
  expect(messages.map((message) => [message.author_id, message.text])).toEqual([
    [tiny.logist, 'Есть'],
    [tiny.manager, 'Есть машина?'],
  ])
  const recent = await ask('im.recent.get', {}, tiny.logist)
  expect(recent.body.result).toMatchObject([{ id: '3', type: 'user', title: 'Анна Лебедева' }])
})

test('who is not in a chat neither reads nor writes there, until he is let in', async () => {
  const chat = Number((await ask('im.chat.add', { TITLE: 'Рейс 12', USERS: [tiny.salesHead] })).body.result)
  const dialog = { DIALOG_ID: `chat${chat}` }
  expect((await ask('im.message.add', { ...dialog, MESSAGE: 'x' }, tiny.logist)).body.error).toBe('ACCESS_ERROR')
  expect((await ask('im.dialog.get', dialog, tiny.logist)).status).toBe(403)
  await ask('im.chat.user.add', { CHAT_ID: chat, USERS: [tiny.logist] })
  expect((await ask('im.message.add', { ...dialog, MESSAGE: 'x' }, tiny.logist)).status).toBe(200)
  expect((await ask('im.chat.user.list', { CHAT_ID: chat })).body.result).toEqual([
    tiny.manager,
    tiny.salesHead,
    tiny.logist,
  ])
})

test.each([
  [{ DIALOG_ID: tiny.logist, MESSAGE: ' ' }, 'MESSAGE_EMPTY'],
  [{ MESSAGE: 'x' }, 'PARAMS_ERROR'],
  [{ DIALOG_ID: '', MESSAGE: 'x' }, 'USER_ID_EMPTY'],
  [{ DIALOG_ID: 99, MESSAGE: 'x' }, 'USER_NOT_FOUND'],
  [{ DIALOG_ID: 'кому', MESSAGE: 'x' }, 'CHAT_ID'],
  [{ DIALOG_ID: tiny.logist, MESSAGE: 'x', ATTACH: 'не JSON' }, 'ATTACH_ERROR'],
  [{ DIALOG_ID: tiny.logist, MESSAGE: 'x', REPLY_ID: 9999 }, 'REPLY_ACCESS_ERROR'],
])('the message %j is refused as %s', async (params, code) => {
  expect(await ask('im.message.add', params)).toMatchObject({ status: 400, body: { error: code } })
})

test('a message is changed and taken back by its author alone', async () => {
  const sent = await ask('im.message.add', { DIALOG_ID: tiny.logist, MESSAGE: 'Завтра в 9' })
  const MESSAGE_ID = sent.body.result
  expect((await ask('im.message.update', { MESSAGE_ID, MESSAGE: 'x' }, tiny.logist)).body.error).toBe(
    'CANT_EDIT_MESSAGE',
  )
  expect((await ask('im.message.update', { MESSAGE_ID, MESSAGE: 'Завтра в 8' })).body.result).toBe(true)
  expect((await ask('im.message.delete', { MESSAGE_ID })).body.result).toBe(true)
  expect((await ask('im.message.delete', { MESSAGE_ID })).body.error).toBe('CANT_EDIT_MESSAGE')
})
