import type { Role } from '../../../contract/codes.ts'
import { readChosen } from '../../store/chosen-settings.ts'
import type { PortalStore } from '../../store/database.ts'

const HEADS: readonly Role[] = ['head', 'director', 'admin']

/** Whether this person may see a carrier's number whole, which is more than calling him through the portal. */
export async function mayShowNumbers(store: PortalStore, roles: readonly Role[]): Promise<boolean> {
  const chosen = await readChosen(store, 'fullNumbers')
  if (chosen === 'everybody') return true
  return chosen === 'heads' && roles.some((role) => HEADS.includes(role))
}
