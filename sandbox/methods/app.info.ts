import { appVersion } from '../rules/application-news.ts'
import { RestError } from '../rules/errors.ts'
import type { Method } from '../rules/method.ts'
import { APP_ID } from '../rules/user-field-types.ts'

export const method: Method = {
  scope: 'basic',
  appOnly: () => new RestError(400, 'ACCESS_DENIED', 'Access denied! Application context required'),
  run({ portal }) {
    const { app } = portal
    if (!app) throw new RestError(400, 'ACCESS_DENIED', 'Access denied! Application context required')
    return {
      result: {
        ID: APP_ID,
        CODE: app.registration.clientId,
        VERSION: Number.parseInt(appVersion(portal), 10) || 1,
        STATUS: 'L',
        INSTALLED: app.installed,
        PAYMENT_EXPIRED: 'N',
        DAYS: null,
        LANGUAGE_ID: portal.language,
        LICENSE: `${portal.language}_company`,
        LICENSE_TYPE: 'company',
        LICENSE_FAMILY: 'company',
      },
    }
  },
}
