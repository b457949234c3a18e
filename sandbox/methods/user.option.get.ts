import { answerOptions, applicationRequired } from '../rules/app-options.ts'
import type { Method } from '../rules/method.ts'

export const method: Method = {
  scope: 'basic',
  appOnly: applicationRequired,
  run: ({ portal, caller, params }) => ({ result: answerOptions(portal.state.options.all(caller.userId), params) }),
}
