/** A refusal in the vendor's own words: HTTP status, code and text. Codes may be empty or numeric. */
export class RestError extends Error {
  readonly status: number
  readonly code: string | number
  readonly description: string
  /** Keys some refusals carry beside the code, such as `argument`. */
  readonly extra: Record<string, unknown>

  constructor(status: number, code: string | number, description: string, extra: Record<string, unknown> = {}) {
    super(description)
    this.name = 'RestError'
    this.status = status
    this.code = code
    this.description = description
    this.extra = extra
  }
}

export const missingParameter = (name: string): RestError =>
  new RestError(400, '100', `Could not find value for parameter {${name}}`)

/** How the event methods complain of a parameter that is not there. */
export const emptyArgument = (name: string): RestError =>
  new RestError(400, 'ERROR_ARGUMENT', `Argument '${name}' is null or empty`, { argument: name })

export const invalidArgument = (description: string): RestError => new RestError(400, 'INVALID_ARG_VALUE', description)

export const accessDenied = (description = 'Access denied', status = 400): RestError =>
  new RestError(status, 'ACCESS_DENIED', description)

/** Moving to a stage one has no right to: the page on `crm.item.update` lists it without a code. */
export const stageDenied = (): RestError => new RestError(400, '', 'Insufficient permissions to change the stage')

/** Whether somebody was refused for want of a right, however the module says it. */
export const isDenial = ({ code, description }: RestError): boolean =>
  code === 'ACCESS_DENIED' || description === stageDenied().description

export const notFound = (description = 'Element not found'): RestError => new RestError(400, 'NOT_FOUND', description)

/** Refusals of the older methods have an empty code, so that only the status speaks. */
export const withoutCode = (description: string): RestError => new RestError(400, '', description)

export const wrongAuthType = (): RestError =>
  new RestError(
    403,
    'WRONG_AUTH_TYPE',
    'Current authorization type is denied for this method Application context required',
  )

export const methodNotFound = (): RestError => new RestError(404, 'ERROR_METHOD_NOT_FOUND', 'Method not found!')

export const invalidField = (title: string): RestError =>
  new RestError(400, 'CRM_FIELD_ERROR_VALUE_NOT_VALID', `Field "${title}" value is not valid`)

export const requiredField = (title: string): RestError =>
  new RestError(400, 'CRM_FIELD_ERROR_REQUIRED', `Field "${title}" is required`)
