import { NotAllowedError } from '../errors.ts'
import type { PortalClient } from '../portal/portal-client.ts'

/**
 * Lists leave out what the asker may not see. Read by somebody who is no administrator any more, much of the copy would
 * look deleted. Throws NotAllowedError then.
 */
export async function requireFullSight(client: PortalClient): Promise<void> {
  const { result } = await client.call<{ ADMIN?: unknown } | null>('profile')
  if (result?.ADMIN !== true && result?.ADMIN !== 'Y')
    throw new NotAllowedError('no_right', 'Whoever installed the app is no administrator any more: nothing is compared')
}
