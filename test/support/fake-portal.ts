import type { CallAnswer, PortalClient } from '../../server/portal/portal-client.ts'
import { PROCESS_NAMES, type MappedProcess, type ProcessName, type SchemaMap } from '../../server/portal/schema-map.ts'
import { DICTIONARY } from '../../server/portal/dictionary.ts'

export interface FakeCall {
  userId: number
  method: string
  params: Record<string, unknown>
}

/** A portal of which a test says what it answers; it writes down who asked for what. */
export function fakePortal(answer: (call: FakeCall) => unknown) {
  const calls: FakeCall[] = []
  const client = (userId: number): PortalClient => {
    const call = async <Result>(method: string, params: Record<string, unknown> = {}) => {
      calls.push({ userId, method, params })
      return { result: (await answer({ userId, method, params })) as Result } satisfies CallAnswer<Result>
    }
    return {
      memberId: 'portal-1',
      userId,
      call,
      async batch() {
        throw new Error('This test expects no batch')
      },
    }
  }
  return { calls, client, methods: () => calls.map((call) => call.method) }
}

const TYPES: Record<ProcessName, { entityTypeId: number; typeId: number }> = {
  request: { entityTypeId: 1036, typeId: 5 },
  order: { entityTypeId: 1040, typeId: 6 },
  offer: { entityTypeId: 1044, typeId: 7 },
  carrier: { entityTypeId: 1048, typeId: 8 },
}

/** The default schema as an installer would have mapped it. */
export function defaultMap(): SchemaMap {
  const processes = Object.fromEntries(
    PROCESS_NAMES.map((name): [ProcessName, MappedProcess] => {
      const { entityTypeId, typeId } = TYPES[name]
      const categoryId = entityTypeId + 1
      const fields = DICTIONARY[name].fields.map((field, position) => [
        field.code,
        {
          name: `UF_CRM_${typeId}_${field.code}`,
          type: field.type,
          multiple: field.multiple,
          ...(field.elements && {
            elements: Object.fromEntries(Object.keys(field.elements).map((code, n) => [code, position * 100 + n + 1])),
          }),
        },
      ])
      const stages = DICTIONARY[name].stages.map((stage) => [
        stage.code,
        `DT${entityTypeId}_${categoryId}:${stage.code}`,
      ])
      return [
        name,
        { entityTypeId, typeId, categoryId, fields: Object.fromEntries(fields), stages: Object.fromEntries(stages) },
      ]
    }),
  ) as Record<ProcessName, MappedProcess>
  return { version: 1, processes }
}
