import { accessDenied, wrongAuthType } from '../rules/errors.ts'
import { orEmptyList } from '../rules/field-description.ts'
import type { Method } from '../rules/method.ts'

export const method: Method = {
  scope: 'placement',
  appOnly: wrongAuthType,
  adminOnly: () => accessDenied('Access denied!', 403),
  run: ({ portal }) => ({
    result: portal.state.placements.list().map((placement) => ({
      placement: placement.code,
      userId: placement.userId,
      handler: placement.handler,
      options: orEmptyList(placement.options),
      title: placement.title,
      description: placement.description,
      langAll: orEmptyList(placement.languages),
    })),
  }),
}
