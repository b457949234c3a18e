import { RestError } from '../errors.ts'
import { toMap } from '../params.ts'

/**
 * What an application draws its activity as: icon, header, body, footer. Every key is known, every list has a
 * longest; documented in crm/timeline/activities/configurable/structure.
 */
interface Shape {
  required: Record<string, Check>
  optional?: Record<string, Check>
}

type Check = (value: unknown, path: string) => void

const languages = ['ru', 'en', 'de', 'ua', 'by', 'kz', 'la', 'br', 'fr', 'pl', 'it', 'tr', 'sc', 'tc', 'ja', 'vn', 'id']

const refuse = (code: string, path: string, what: string): RestError =>
  new RestError(400, code, `Field "${path}" ${what}`.slice(0, 300))

const anything: Check = () => undefined

const isMap = (value: unknown): boolean => typeof value === 'object' && value !== null

const text: Check = (value, path) => {
  if (!isMap(value)) {
    if (typeof value !== 'string' && typeof value !== 'number')
      throw refuse('WRONG_FIELD_VALUE', path, 'must be a text')
    return
  }
  const wrong = Object.keys(toMap(value)).find((language) => !languages.includes(language))
  if (wrong !== undefined) throw refuse('WRONG_LANG', path, `has an unknown language ${wrong.slice(0, 10)}`)
}

const oneOf =
  (...allowed: string[]): Check =>
  (value, path) => {
    if (!allowed.includes(String(value))) throw refuse('ENUM_FIELD', path, `must be one of ${allowed.join(', ')}`)
  }

const object =
  ({ required, optional = {} }: Shape): Check =>
  (value, path) => {
    const given = toMap(value)
    for (const name of Object.keys(required)) {
      if (given[name] === undefined || given[name] === null)
        throw refuse('FIELD_IS_REQUIRED', `${path}.${name}`, 'is required')
    }
    for (const [name, inner] of Object.entries(given)) {
      const check = required[name] ?? optional[name]
      if (!check) throw refuse('FIELD_IS_REDUNDANT', `${path}.${name}`, 'is redundant')
      check(inner, `${path}.${name}`)
    }
  }

const mapOf =
  (check: Check, most: number, least = 0): Check =>
  (value, path) => {
    const entries = Object.entries(toMap(value))
    if (entries.length < least) throw refuse('FIELD_IS_REQUIRED', path, 'must not be empty')
    if (entries.length > most) throw refuse('TOO_MANY_ITEMS', path, `may have ${most} items at most`)
    for (const [key, inner] of entries) {
      if (!/^[\w-]+$/.test(key)) throw refuse('KEY_CONTAIN_WRONG_SYMBOLS', path, 'has a key with wrong symbols')
      check(inner, `${path}.${key}`)
    }
  }

/** One of several objects, told apart by `type`. */
const byType =
  (shapes: Record<string, Check>): Check =>
  (value, path) => {
    const type = toMap(value)['type']
    if (type === undefined || type === null) throw refuse('FIELD_IS_REQUIRED', `${path}.type`, 'is required')
    const check = shapes[String(type)]
    if (!check) throw refuse('ENUM_FIELD', `${path}.type`, `must be one of ${Object.keys(shapes).join(', ')}`)
    check(value, path)
  }

const slider = object({ required: {}, optional: { title: text, width: anything, leftBoundary: anything } })

const action = byType({
  redirect: object({ required: { type: anything }, optional: { uri: text } }),
  restEvent: object({
    required: { type: anything, id: text },
    optional: { actionParams: anything, animationType: oneOf('disable', 'loader') },
  }),
  openRestApp: object({ required: { type: anything }, optional: { actionParams: anything, sliderParams: slider } }),
})

const scope = oneOf('web', 'mobile')

const block = (kinds: Record<string, Shape>): Check =>
  byType(
    Object.fromEntries(
      Object.entries(kinds).map(([type, { required, optional = {} }]) => [
        type,
        object({ required: { type: anything, properties: object({ required, optional: { ...optional, scope } }) } }),
      ]),
    ),
  )

const simple: Record<string, Shape> = {
  text: {
    required: { value: text },
    optional: {
      multiline: anything,
      title: text,
      bold: anything,
      size: oneOf('xs', 'sm', 'md'),
      color: oneOf('base_50', 'base_60', 'base_70', 'base_90'),
    },
  },
  link: { required: { text, action }, optional: { bold: anything } },
  deadline: { required: {}, optional: { readonly: anything } },
}

const mostBlocks = 20

const contentBlock = block({
  ...simple,
  largeText: { required: { value: text } },
  withTitle: { required: { title: text, block: block(simple) }, optional: { inline: anything } },
  lineOfBlocks: { required: { blocks: mapOf(block(simple), mostBlocks, 1) } },
})

const extras = { scope, hideIfReadonly: anything }

const tag = object({
  required: { title: text, type: oneOf('warning', 'success', 'failure', 'primary', 'secondary') },
  optional: { action, ...extras },
})

const footerButton = object({
  required: { title: text, type: oneOf('primary', 'secondary'), action },
  optional: extras,
})

const menu = object({
  required: {},
  optional: {
    showPinItem: anything,
    showPostponeItem: anything,
    showDeleteItem: anything,
    items: mapOf(object({ required: { title: text, action }, optional: extras }), mostBlocks),
  },
})

const layout = object({
  required: {
    icon: object({ required: { code: text } }),
    header: object({ required: { title: text }, optional: { titleAction: action, tags: mapOf(tag, 2) } }),
    body: object({
      required: { logo: object({ required: { code: text }, optional: { action } }) },
      optional: { blocks: mapOf(contentBlock, mostBlocks) },
    }),
  },
  optional: { footer: object({ required: {}, optional: { buttons: mapOf(footerButton, 2), menu } }) },
})

/** The layout as it is kept. Throws the vendor's complaint about the first fault. */
export function readLayout(raw: unknown): Record<string, unknown> {
  const given = toMap(raw)
  if (Object.keys(given).length === 0) throw new RestError(400, 'ERROR_EMPTY_LAYOUT', 'The layout field must be filled')
  layout(given, 'layout')
  return given
}

/** Blocks that an application adds to somebody else's record: one to twenty. */
export function readExtraBlocks(raw: unknown): Record<string, unknown> {
  const given = toMap(raw)
  object({ required: { blocks: mapOf(contentBlock, mostBlocks, 1) } })(given, 'layout')
  return given
}
