import { RestError } from '../errors.ts'

/** How this module tells a caller that it is for administrators, or for applications. */
export const adminsOnly = (): RestError => new RestError(400, 'ACCESS_DENIED', 'Access denied!')
export const applicationOnly = (): RestError => new RestError(400, 'ACCESS_DENIED', 'Application context required')
export const forbidden = (): RestError => new RestError(403, 'ACCESS_DENIED', 'Access denied!')

export const invalidProgram = (text: string): RestError => new RestError(400, 'ERROR_ACTIVITY_VALIDATION_FAILURE', text)
export const noProgram = (): RestError =>
  new RestError(400, 'ERROR_ACTIVITY_NOT_FOUND', 'Activity or Automation rule not found!')
export const noWorkflow = (text: string): RestError => new RestError(400, 'ERROR_WRONG_WORKFLOW_ID', text)
