import type { Workflow } from '../../state/automation.ts'
import type { Call } from '../method.ts'
import { anyCase, toText } from '../params.ts'
import { noWorkflow } from './refusals.ts'

/** The process that the caller wants gone; null where there is none of that id, which is no mistake of his. */
export function workflowToStop({ portal, params }: Call): Workflow | null {
  const code = toText(anyCase(params, 'ID'))
  if (code === '') throw noWorkflow('Empty workflow instance ID')
  return portal.state.automation.workflows.list().find((one) => one.code === code) ?? null
}
