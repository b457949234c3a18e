import { answerOptions, applicationRequired } from '../rules/app-options.ts'
import type { Method } from '../rules/method.ts'
import { wholeApp } from '../state/options.ts'

export const method: Method = {
  scope: 'basic',
  appOnly: applicationRequired,
  run: ({ portal, params }) => ({ result: answerOptions(portal.state.options.all(wholeApp), params) }),
}
