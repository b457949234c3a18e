import { deleteProgram } from '../rules/bizproc/programs.ts'

/** Documented at https://apidocs.bitrix24.com/api-reference/bizproc/bizproc-activity/bizproc-activity-delete.html */
export const method = deleteProgram('activity')
