import type { Portal } from '../portal.ts'

const VERSION = 'appVersion'

/** The version of the application that is installed; the first where no newer one came. */
export const appVersion = (portal: Pick<Portal, 'state'>): string => portal.state.meta.get(VERSION) ?? '1'

export interface Payment {
  /** `F`ree, `D`emo, `T`rial, `P`aid, `S`ubscription. */
  status: 'F' | 'D' | 'T' | 'P' | 'S'
  isExpired: boolean
  days: number
}

/**
 * What happens to an application without any call of its own: a new version is put in, it is paid for, an administrator
 * decides on a method, a person switches a connector off or deletes an open line. Nothing is told before it is installed.
 */
export function applicationNews(portal: Portal) {
  const lifecycle = (name: 'ONAPPUPDATE' | 'ONAPPPAYMENT' | 'ONAPPMETHODCONFIRM', data: Record<string, unknown>) => {
    if (portal.state.app.get()?.isInstalled !== true) return
    portal.events.lifecycle(name, { ...data, LANGUAGE_ID: portal.language }, firstAdmin(portal))
  }
  const tell = (name: string, data: Record<string, unknown> | number) =>
    portal.events.fire({ name, data, userId: firstAdmin(portal), connector: '' })

  return {
    update(version: string): void {
      const previous = appVersion(portal)
      portal.state.meta.set(VERSION, version)
      lifecycle('ONAPPUPDATE', { VERSION: version, PREVIOUS_VERSION: previous })
    },
    pay({ status, isExpired, days }: Payment): void {
      lifecycle('ONAPPPAYMENT', {
        CODE: portal.app?.registration.clientId ?? '',
        VERSION: appVersion(portal),
        STATUS: status,
        PAYMENT_EXPIRED: isExpired ? 'Y' : 'N',
        DAYS: days,
      })
    },
    decideOnMethod(method: string, isConfirmed: boolean): void {
      const TOKEN = portal.issueToken(firstAdmin(portal)).accessToken
      lifecycle('ONAPPMETHODCONFIRM', { TOKEN, METHOD: method, CONFIRMED: isConfirmed ? '1' : '0' })
    },
    /** False where it was not switched on for that line. */
    switchOff(connector: string, line: number): boolean {
      const { active } = portal.state.channels
      const known = active.marked(`${connector}/${line}`)
      for (const one of known) active.remove(one.id)
      if (known.length > 0) tell('ONIMCONNECTORSTATUSDELETE', { connector, line })
      return known.length > 0
    },
    /** Every connector of the line goes with it. False where nothing was switched on for it. */
    deleteLine(line: number): boolean {
      const { active } = portal.state.channels
      const known = active.list().filter((one) => one.line === line)
      for (const one of known) active.remove(one.id)
      if (known.length > 0) tell('ONIMCONNECTORLINEDELETE', line)
      return known.length > 0
    },
  }
}

const firstAdmin = (portal: Portal): number => portal.users.list().find((person) => person.isAdmin)?.id ?? 1
