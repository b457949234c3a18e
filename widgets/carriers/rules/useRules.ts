import { shallowRef } from 'vue'
import type { CarrierRow } from '../../../contract/carriers.ts'
import type { Role } from '../../../contract/codes.ts'

/** Who decides over the ranking; the server asks the same. */
const RULE_MAKERS: readonly Role[] = ['head', 'director', 'admin']

/** Whether the panel of rules is open, and about whom; `make` is null for one who may set none. */
export function useRules(roles: readonly Role[]) {
  const open = shallowRef<{ company: { id: number; title: string } | null } | null>(null)

  function make(row: CarrierRow): void {
    open.value = { company: { id: row.companyId, title: row.name } }
  }

  function toggle(): void {
    open.value = open.value ? null : { company: null }
  }

  function close(): void {
    open.value = null
  }

  return { open, toggle, close, make: roles.some((role) => RULE_MAKERS.includes(role)) ? make : null }
}
