import type { Portal } from '../../sandbox/portal.ts'

/** Which field of an item carries our marks, by entityTypeId; offers carry theirs from the start. */
export type MarkedFields = ReadonlyMap<number, { kind: string; field: string }>

/** The portal's own record of what was written to it, in the order in which it took effect. */
export interface Journal {
  /** Marks by subject. */
  seen: ReadonlyMap<string, readonly string[]>
  /** Subjects of marked items that somebody has deleted so far. */
  deleted: ReadonlySet<string>
  leave(): void
}

const REFERENCE = /№ R-[2-9A-Z]{6}$/

/** Listens to every change of the portal, from now on. `parent` is the offer's field that holds its request. */
export function keepJournal(portal: Portal, marked: MarkedFields, offers: { typeId: number; parent: string }): Journal {
  const seen = new Map<string, string[]>()
  const deleted = new Set<string>()
  const add = (subject: string, mark: unknown) => {
    if (typeof mark !== 'string') return
    const known = seen.get(subject)
    if (known) known.push(mark)
    else seen.set(subject, [mark])
  }
  const valueOf = (type: number, id: number, field: string) => portal.state.items.get(type, id)?.values[field]
  const leave = portal.onChange((change) => {
    if (change.kind === 'comment' && change.action === 'add') {
      const reference = REFERENCE.exec(portal.state.comments.get(change.id)?.text ?? '')?.[0]
      add(`timeline ${change.entityTypeId} ${change.entityId}`, reference)
    }
    if (change.kind !== 'item') return
    const { entityTypeId: type, id, action } = change
    if (action === 'add' && type === offers.typeId) {
      const values = portal.state.items.get(type, id)?.values ?? {}
      add(`offers of ${String(values.companyId)} on ${String(values[offers.parent])}`, values.xmlId)
    }
    const about = marked.get(type)
    if (!about) return
    const subject = `${about.kind} ${id}`
    if (action === 'delete') deleted.add(subject)
    if (action !== 'update') return
    const value = valueOf(type, id, about.field)
    // Another field of it was changed.
    if (seen.get(subject)?.at(-1) !== value) add(subject, value)
  })
  return { seen, deleted, leave }
}
