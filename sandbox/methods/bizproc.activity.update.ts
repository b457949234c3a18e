import { updateProgram } from '../rules/bizproc/programs.ts'

/** Documented at https://apidocs.bitrix24.com/api-reference/bizproc/bizproc-activity/bizproc-activity-update.html */
export const method = updateProgram('activity')
