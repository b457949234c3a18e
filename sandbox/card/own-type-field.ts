import { html } from 'hono/html'
import type { Desk } from './desk.ts'
import type { FieldInfo } from './item.ts'
import { frameData } from './placement-menu.ts'
import type { Html } from './shell.ts'

/** px, where the application has named none. */
const USUAL_HEIGHT = 60
const NATIVE: Record<number, string> = { 1: 'CRM_LEAD', 2: 'CRM_DEAL', 3: 'CRM_CONTACT', 4: 'CRM_COMPANY' }

/** The card a field stands on. */
export interface CardOfField {
  entityTypeId: number
  id: number
}

/** The value of a field whose type is an application's own: the application draws it in a frame. Null for other types. */
export function ownTypeField(
  desk: Desk,
  card: CardOfField,
  name: string,
  field: FieldInfo,
  value: unknown,
): Html | null {
  const code = /^rest_\d+_(.+)$/.exec(field.type)?.[1]
  const placement = desk.placements('USERFIELD_TYPE').find(({ options }) => options['USER_TYPE_ID'] === code)
  if (code === undefined || !placement) return null
  const height = Number(placement.options['height']) || USUAL_HEIGHT
  const options = {
    MODE: 'view',
    ENTITY_ID: NATIVE[card.entityTypeId] ?? /^UF_(CRM_\d+)_/.exec(name)?.[1] ?? '',
    FIELD_NAME: name,
    ENTITY_VALUE_ID: String(card.id),
    VALUE: value,
    MULTIPLE: field.isMultiple ? 'Y' : 'N',
    ENTITY_DATA: { module: 'crm', entityTypeId: card.entityTypeId, entityId: card.id },
  }
  return html`<div
    class="field-frame"
    data-field-frame="${frameData(placement, options)}"
    style="height: ${height}px"
  ></div>`
}
