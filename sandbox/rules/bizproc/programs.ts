import type { Program } from '../../state/automation.ts'
import { RestError } from '../errors.ts'
import type { Answer, Call, Method } from '../method.ts'
import { anyCase, toMap, toText } from '../params.ts'
import { emptyProgram, readCode, readProgram } from './program-fields.ts'
import { adminsOnly, applicationOnly, invalidProgram, noProgram } from './refusals.ts'

type Kind = Program['kind']

/** Robots and actions of the designer are registered alike. */
export const programMethod = (isWrite: boolean, run: (call: Call) => Answer): Method => ({
  scope: 'bizproc',
  appOnly: applicationOnly,
  adminOnly: adminsOnly,
  isWrite,
  run,
})

export const addProgram = (kind: Kind): Method =>
  programMethod(true, (call) => {
    const { params } = call
    const code = readCode(params)
    if (toText(anyCase(params, 'HANDLER')) === '')
      throw new RestError(400, 'ERROR_WRONG_HANDLER_URL', 'Wrong handler URL')
    const fields = readProgram(call, emptyProgram, params)
    if (find(call, kind, code))
      throw new RestError(400, 'ERROR_ACTIVITY_ALREADY_INSTALLED', 'Activity or Automation rule already installed!')
    call.portal.state.automation.programs.add({ ...fields, kind, code })
    return { result: true }
  })

export const updateProgram = (kind: Kind): Method =>
  programMethod(true, (call) => {
    const program = existing(call, kind)
    const fields = toMap(anyCase(call.params, 'FIELDS'))
    if (Object.keys(fields).length === 0) throw invalidProgram('No fields to update.')
    call.portal.state.automation.programs.save({ ...program, ...readProgram(call, program, fields) })
    return { result: true }
  })

export const deleteProgram = (kind: Kind): Method =>
  programMethod(true, (call) => {
    call.portal.state.automation.programs.remove(existing(call, kind).id)
    return { result: true }
  })

/** Codes alone. */
export const listPrograms = (kind: Kind): Method =>
  programMethod(false, ({ portal }) => {
    const codes = portal.state.automation.programs.list().filter((program) => program.kind === kind)
    return { result: codes.map((program) => program.code), rows: codes.length }
  })

const find = (call: Call, kind: Kind, code: string): Program | undefined =>
  call.portal.state.automation.programs.list().find((program) => program.kind === kind && program.code === code)

function existing(call: Call, kind: Kind): Program {
  const program = find(call, kind, readCode(call.params))
  if (!program) throw noProgram()
  return program
}
