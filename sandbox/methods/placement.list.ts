import { wrongAuthType } from '../rules/errors.ts'
import type { Method } from '../rules/method.ts'
import { anyCase, isYes, toText } from '../rules/params.ts'
import { placementCodes } from '../rules/placement-codes.ts'

export const method: Method = {
  scope: 'placement',
  appOnly: wrongAuthType,
  run({ portal, caller, params }) {
    const scope = toText(anyCase(params, 'SCOPE'))
    const isFull = isYes(anyCase(params, 'FULL'))
    const granted = caller.kind === 'app' ? caller.scope : null
    const codes = [...placementCodes(portal)]
      .filter(([, needed]) =>
        scope === '' ? isFull || !granted || needed === '' || granted.includes(needed) : needed === scope,
      )
      .map(([code]) => code)
    return { result: codes }
  },
}
