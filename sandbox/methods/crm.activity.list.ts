import { mayTouchActivity } from '../rules/activities/access.ts'
import { printActivity, printBindings, printCommunications } from '../rules/activities/print.ts'
import type { Call, Method } from '../rules/method.ts'
import { anyCase, toMap, toText } from '../rules/params.ts'
import { listRecords } from '../rules/record-list.ts'
import { asList } from '../rules/values.ts'
import { cardMark, originMark, type Activity } from '../state/activities.ts'

/** `BINDINGS` in the filter means any of the cards an activity stands on, `OWNER_*` the first of them. */
export const method: Method = {
  scope: 'crm',
  run(call) {
    const wanted = bindingsOf(call)
    const isWhole = wanted === null
    return listRecords(call, {
      shelf: call.portal.state.activities.records,
      print: (activity) => print(call, activity),
      maySee: (activity) =>
        mayTouchActivity(call, activity, 'read') &&
        (isWhole || activity.cards.some((card) => wanted.includes(cardMark(card)))),
      markOf: (filter) => {
        if (wanted?.length === 1) return wanted[0] ?? null
        const [type, id, origin] = [filter['OWNER_TYPE_ID'], filter['OWNER_ID'], filter['ORIGIN_ID']].map(toText)
        if (origin) return originMark(origin)
        return type && id ? cardMark({ entityTypeId: Number(type), id: Number(id) }) : null
      },
      byDefault: Object.keys(emptyRow()),
    })
  },
}

const emptyRow = (): Record<string, unknown> => printActivity({ cards: [], more: {}, created: 0 } as never)

/** COMMUNICATIONS come when they are asked for by name. */
function print(call: Call, activity: Activity): Record<string, unknown> {
  const names = asList(anyCase(call.params, 'select')).map((name) => toText(name).toUpperCase())
  const row = printActivity(activity)
  if (names.includes('COMMUNICATIONS')) row['COMMUNICATIONS'] = printCommunications(activity)
  if (names.includes('BINDINGS')) row['BINDINGS'] = printBindings(activity)
  return row
}

function bindingsOf(call: Call): string[] | null {
  const raw = anyCase(toMap(anyCase(call.params, 'filter')), 'BINDINGS')
  if (raw === undefined) return null
  return asList(raw).map((entry) => {
    const row = toMap(entry)
    return cardMark({
      entityTypeId: Number(toText(anyCase(row, 'OWNER_TYPE_ID'))),
      id: Number(toText(anyCase(row, 'OWNER_ID'))),
    })
  })
}
