import type { Method } from '../rules/method.ts'

export const method: Method = {
  scope: 'basic',
  run: ({ user }) => ({
    result: {
      ID: String(user.id),
      ADMIN: user.isAdmin,
      NAME: user.name,
      LAST_NAME: user.lastName,
      PERSONAL_GENDER: user.gender,
      TIME_ZONE: '',
    },
  }),
}
