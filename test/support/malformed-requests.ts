import * as fc from 'fast-check'

export interface MalformedRequest {
  verb: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** What stands after the webhook or after `/rest/`. */
  path: string
  query: string
  type: string
  body: string
  /** With the application's token instead of the webhook. */
  byToken: boolean
}

const names = (
  'entityTypeId id ID filter FILTER order select start fields FIELDS moduleId field type values cmd halt taskId params ' +
  'options PLACEMENT HANDLER event handler USER_ID MESSAGE ENTITY_ID ENTITY_TYPE COMMENT FILES logic __proto__ ' +
  'constructor 0 UF_CRM_7_BODY'
).split(' ')
const oddNumbers = [0, -1, 1.5, 1e300, -1e300, 2 ** 31, 2 ** 53, 1036, 5]
const oddTexts = [
  '',
  ' ',
  '0',
  '-1',
  '1e9',
  'NaN',
  '\u0000',
  '%',
  '%E0%A4%A',
  "' OR 1=1 --",
  '$result[a]',
  '[]',
  '\ud800',
  'Я'.repeat(3000),
]
const numbers = fc.constantFrom(...oddNumbers)
const texts = fc.oneof(fc.constantFrom(...oddTexts), fc.string({ maxLength: 30, unit: 'binary' }))
const name = fc.oneof({ arbitrary: fc.constantFrom(...names), weight: 5 }, { arbitrary: texts, weight: 1 })

const { tree } = fc.letrec<{ tree: unknown; list: unknown[]; map: Record<string, unknown> }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    fc.oneof(numbers, texts, fc.boolean(), fc.constant(null)),
    tie('list'),
    tie('map'),
  ),
  list: fc.array(tie('tree'), { maxLength: 4 }),
  map: fc.dictionary(name, tie('tree'), { maxKeys: 4 }),
}))
const parameters = fc.dictionary(name, tree, { maxKeys: 6 })

/** `filter[>id][][x=1&…`: brackets left open, nested without end, empty, doubled. */
const brokenForm = fc
  .array(
    fc.tuple(
      name,
      fc.array(fc.constantFrom('[', ']', '[]', '[0]', '[a]', '[[', '[>id]', '%5B', '='), { maxLength: 40 }),
      texts,
    ),
    { maxLength: 8 },
  )
  .map((pairs) => pairs.map(([key, brackets, value]) => `${key}${brackets.join('')}=${value}`).join('&'))

const json = parameters.map((value) => JSON.stringify(value))
const cutJson = fc.tuple(json, fc.nat(200)).map(([text, at]) => text.slice(0, at))
const deepJson = fc
  .tuple(fc.integer({ min: 50, max: 4000 }), fc.constantFrom('[', '{"filter":', '{"0":'))
  .map(([depth, opening]) => opening.repeat(depth) + (opening === '[' ? ']' : '1}').repeat(opening === '[' ? depth : 1))

/** Commands that call batch, cite themselves and each other, or are no commands at all. */
const batchOf = (methods: string[]) =>
  fc
    .dictionary(
      fc.constantFrom('a', 'b', 'c', '0', '1', '__proto__'),
      fc.oneof(
        fc
          .tuple(fc.constantFrom('batch', ...methods), fc.constantFrom('a', 'b', 'c'), texts)
          .map(([method, to, text]) => `${method}?id=$result[${to}][item][id]&filter[$result[${to}]]=${text}`),
        fc.constant('batch?cmd[a]=batch?cmd[a]=$result[a]'),
        tree,
      ),
      { maxKeys: 6 },
    )
    .map((cmd) => JSON.stringify({ cmd, halt: 0 }))

/** Requests no honest caller sends: known methods, and names that are none, with whatever may come as parameters. */
export function malformedRequests(methods: string[]): fc.Arbitrary<MalformedRequest> {
  const path = fc.oneof(
    { arbitrary: fc.constantFrom(...methods), weight: 8 },
    {
      arbitrary: fc.constantFrom('batch', 'BATCH.json', 'crm.item.list.json', 'no.such', '..', 'a/b/c/d', ''),
      weight: 2,
    },
    {
      arbitrary: texts.map((text) => encodeURIComponent(text.slice(0, 200).replaceAll(/[\ud800-\udfff]/gu, ''))),
      weight: 1,
    },
  )
  const asJson = fc.oneof(json, cutJson, deepJson, texts)
  const plain = fc.tuple(path, fc.constantFrom('application/json', 'text/plain', ''), asJson)
  const form = fc.tuple(path, fc.constantFrom('application/x-www-form-urlencoded', 'multipart/form-data'), brokenForm)
  const batch = fc.tuple(fc.constant('batch'), fc.constant('application/json'), batchOf(methods))
  return fc
    .tuple(
      fc.oneof({ arbitrary: plain, weight: 4 }, { arbitrary: form, weight: 3 }, { arbitrary: batch, weight: 1 }),
      fc.constantFrom(
        'POST' as const,
        'POST' as const,
        'POST' as const,
        'GET' as const,
        'PUT' as const,
        'DELETE' as const,
      ),
      fc.oneof(fc.constant(''), brokenForm),
      fc.boolean(),
    )
    .map(([[target, type, body], verb, query, byToken]) => ({ path: target, type, body, verb, query, byToken }))
}
