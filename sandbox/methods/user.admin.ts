import type { Method } from '../rules/method.ts'

export const method: Method = {
  scope: 'basic',
  run: ({ user }) => ({ result: user.isAdmin }),
}
