import { errorBody, timeOf, toRestError } from './answer.ts'
import { RestError } from './errors.ts'
import { execute } from './execute.ts'
import { fromForm } from './form.ts'
import type { Answer, Call } from './method.ts'
import { anyCase, isYes, toMap, toText, type Params } from './params.ts'
import { resolveReferences } from './references.ts'

const longest = 50

/**
 * Up to fifty commands in one request, each able to cite the answers before it. Failures of single commands are
 * part of the answer; only a request that outlives the web server's patience fails as a whole.
 */
export async function runBatch(call: Call): Promise<Answer> {
  const { portal, caller, params, request } = call
  const halts = isYes(anyCase(params, 'halt'))
  const result: Params = {}
  const errors: Params = {}
  const totals: Params = {}
  const nexts: Params = {}
  const times: Params = {}
  const commands = Object.entries(toMap(anyCase(params, 'cmd')))
  request.isBatch = true
  request.commands = []
  for (const [index, [key, command]] of commands.entries()) {
    const started = portal.now()
    try {
      if (index >= longest) throw new RestError(400, 'ERROR_BATCH_LENGTH_EXCEEDED', 'Max batch length exceeded')
      const { method, query } = split(toText(command))
      request.commands.push(method)
      if (method.toLowerCase() === 'batch')
        throw new RestError(405, 'ERROR_BATCH_METHOD_NOT_ALLOWED', 'Method is not allowed for batch usage')
      const values = toMap(resolveReferences(fromForm(query), result))
      const executed = await execute(portal, caller, method, values, request)
      result[key] = executed.answer.result
      if (executed.answer.total !== undefined) totals[key] = executed.answer.total
      if (executed.answer.next !== undefined) nexts[key] = executed.answer.next
      times[key] = timeOf({
        started,
        finished: portal.now(),
        processing: executed.cost,
        operating: executed.operating.operating,
        operatingResetAt: executed.operating.operatingResetAt,
      })
    } catch (error) {
      const refusal = toRestError(error)
      if (refusal.status === 504) throw refusal
      errors[key] = errorBody(refusal)
      if (halts) break
    }
  }
  return {
    result: {
      result: answered(result),
      result_error: answered(errors),
      result_total: answered(totals),
      result_next: answered(nexts),
      result_time: answered(times),
    },
  }
}

/** The methods a batch is made of, as they are written. */
export const commandNames = (params: Params): string[] =>
  Object.values(toMap(anyCase(params, 'cmd')))
    .slice(0, longest)
    .map((command) => split(toText(command)).method)

function split(command: string): { method: string; query: string } {
  const at = command.indexOf('?')
  const name = (at < 0 ? command : command.slice(0, at)).trim().replace(/^\/+/, '')
  return { method: name.replace(/\.json$/i, ''), query: at < 0 ? '' : command.slice(at + 1) }
}

/** PHP knows one kind of array: an empty map is `[]`, and keys 0, 1, 2 … make a list. */
function answered(map: Params): unknown {
  const keys = Object.keys(map)
  return keys.every((key, index) => key === String(index)) ? Object.values(map) : map
}
