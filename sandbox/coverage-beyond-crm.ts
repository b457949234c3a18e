import type { Coverage, Deviation } from './coverage.ts'
import { full, partial } from './coverage-rows.ts'

const noSlider = 'the settings slider of USE_PLACEMENT is kept and not shown'
const closedBook = 'an uploaded .bpt is a closed book: it can be started and does nothing'

/** The methods of the modules around CRM. */
export const coverageBeyondCrm: Coverage[] = [
  partial('bizproc.activity.add', noSlider),
  full('bizproc.activity.delete'),
  full('bizproc.activity.list'),
  full('bizproc.activity.log'),
  partial('bizproc.activity.update', noSlider),
  full('bizproc.event.send'),
  partial('bizproc.robot.add', noSlider),
  full('bizproc.robot.delete'),
  full('bizproc.robot.list'),
  partial('bizproc.robot.update', noSlider),
  partial('bizproc.task.complete', 'files among the answers are not kept'),
  partial('bizproc.task.delegate', 'every question may be delegated to anyone'),
  partial('bizproc.task.list', 'answered questions stay for ever'),
  partial('bizproc.workflow.instances', 'nothing is ever stuck: OWNED_UNTIL is null'),
  full('bizproc.workflow.kill'),
  partial('bizproc.workflow.start', `parameters are kept as they come; ${closedBook}`),
  partial('bizproc.workflow.template.add', closedBook),
  partial('bizproc.workflow.template.delete', closedBook),
  partial('bizproc.workflow.template.list', 'TEMPLATE, PARAMETERS, VARIABLES and CONSTANTS are empty'),
  partial('bizproc.workflow.template.update', closedBook),
  full('bizproc.workflow.terminate'),
]

/** Where these are knowingly unlike the documentation's examples. */
export const deviationsBeyondCrm: Deviation[] = []
