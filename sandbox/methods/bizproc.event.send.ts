import { forbidden } from '../rules/bizproc/refusals.ts'
import { completeStep, waitingFor, writeLog } from '../rules/bizproc/runs.ts'
import type { Method } from '../rules/method.ts'
import { anyCase, toMap, toText } from '../rules/params.ts'

/** The application answers for its robot or action, and the process that waited goes on. */
export const method: Method = {
  scope: 'bizproc',
  appOnly: forbidden,
  isWrite: true,
  run({ portal, params }) {
    const workflow = waitingFor(portal, toText(anyCase(params, 'EVENT_TOKEN')))
    if (!workflow) throw forbidden()
    const message = toText(anyCase(params, 'LOG_MESSAGE'))
    if (message !== '') writeLog(portal, workflow, message)
    completeStep(portal, workflow, toMap(anyCase(params, 'RETURN_VALUES')))
    return { result: true }
  },
}
