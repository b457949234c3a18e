import type { ExternalLine } from '../../state/telephony.ts'
import type { Call } from '../method.ts'
import { anyCase, toText } from '../params.ts'
import { coreError } from './external.ts'

/** The number a method of outside lines names. */
export function lineNumber(call: Call): string {
  const number = toText(anyCase(call.params, 'NUMBER')).trim()
  if (number === '') throw coreError('NUMBER should not be empty')
  return number
}

export const findLine = (call: Call, number: string): ExternalLine | null =>
  call.portal.state.telephony.lines.marked(number)[0] ?? null

/** The line itself. Throws for a number that is none. */
export function lineOf(call: Call): ExternalLine {
  const number = lineNumber(call)
  const line = findLine(call, number)
  if (!line) throw coreError(`Could not find line with number ${number}`)
  return line
}

/** Whether a call of the line makes a lead of a stranger: Y unless it is switched off. */
export const createsLeads = (raw: unknown, otherwise: boolean): boolean =>
  raw === undefined ? otherwise : toText(raw).toUpperCase() !== 'N'
