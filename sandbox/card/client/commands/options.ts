import { send } from '../api.ts'
import { fieldsOf } from './command.ts'
import type { Command } from './command.ts'

/** Options of the whole application: only an administrator may write them, others are left without an answer. */
export const setAppOption: Command = async (frame, params, answer) => {
  if (frame.ticket.initData.IS_ADMIN !== true) return
  frame.ticket.initData.APP_OPTIONS = await saved('app', frame.request.viewerId, params)
  answer(params)
}

/** Options of this person in this application. */
export const setUserOption: Command = async (frame, params, answer) => {
  frame.ticket.initData.USER_OPTIONS = await saved('user', frame.request.viewerId, params)
  answer(params)
}

async function saved(scope: 'app' | 'user', viewerId: number, params: unknown): Promise<Record<string, unknown>> {
  const { name, value } = fieldsOf(params)
  const answer = await send<{ options: Record<string, unknown> }>('options', { viewerId, scope, name, value })
  return answer.options
}
