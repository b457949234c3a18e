import { RestError } from './errors.ts'
import { anyCase, toMap, type Params } from './params.ts'

export const applicationRequired = (): RestError =>
  new RestError(400, 'AccessException', 'Application context required')

/** The options to keep. Throws when there is nothing to keep. */
export function readOptions(params: Params): [string, unknown][] {
  const options = Object.entries(toMap(anyCase(params, 'options')))
  if (options.length === 0) throw new RestError(400, 'ArgumentNullException', 'options is empty')
  return options
}

/** All options, or the one asked for: its bare value, empty when it was never kept. */
export function answerOptions(all: Record<string, unknown>, params: Params): unknown {
  const name = anyCase(params, 'option')
  if (typeof name === 'string' && name !== '') return all[name] ?? ''
  return Object.keys(all).length === 0 ? [] : all
}
