import { html, raw } from 'hono/html'
import { personLink } from './avatar.ts'
import type { Desk } from './desk.ts'
import * as formats from './formats.ts'
import { textOf } from './item.ts'
import type { FieldInfo } from './item.ts'
import { ownTypeField, type CardOfField } from './own-type-field.ts'
import { referenceOf } from './references.ts'
import type { References } from './references.ts'
import type { Html } from './shell.ts'
import type { Viewing } from './viewing.ts'

export interface ValueContext {
  viewing: Viewing
  desk: Desk
  references: References
  /** Absent in lists, where every value is text. */
  card?: CardOfField
}

/** Whether there is anything to show: zero and "no" are values, an empty list is not. */
export function isFilled(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(isFilled)
  return value !== null && value !== undefined && value !== '' && value !== false
}

/** A field's value as a person reads it. */
export function fieldValue(context: ValueContext, name: string, field: FieldInfo, value: unknown): Html {
  const drawn = context.card ? ownTypeField(context.desk, context.card, name, field, value) : null
  if (drawn) return drawn
  const values = (Array.isArray(value) ? value : [value]).filter(isFilled)
  const parts = values.map((one) => single(context, name, field, one))
  return html`${parts.map((part, at) => (at === 0 ? part : html`${separator(field)}${part}`))}`
}

function separator(field: FieldInfo): Html {
  return ['enumeration', 'integer', 'double'].includes(field.type) ? html`, ` : html`<br />`
}

function single(context: ValueContext, name: string, field: FieldInfo, value: unknown): Html {
  const { viewing, desk } = context
  const text = textOf(value)
  switch (field.type) {
    case 'boolean':
      return html`${['Y', '1', 'true'].includes(text) || value === true ? viewing.words.yes : viewing.words.no}`
    case 'integer':
    case 'double':
      return html`${Number.isFinite(Number(text)) ? formats.number(Number(text), viewing.language) : text}`
    case 'date':
      return html`${formats.day(text)}`
    case 'datetime':
      return html`${formats.moment(text)}`
    case 'money':
      return html`${moneyText(text, viewing)}`
    case 'enumeration':
      return html`${field.items?.find((item) => String(item.ID) === text)?.VALUE ?? text}`
    case 'crm_status':
      return html`${desk.stages(field.statusType ?? '').find((status) => status.id === text)?.name ?? text}`
    case 'user':
    case 'employee':
      return person(context, Number(text))
    case 'url':
      return link(text)
    default:
      return field.type.startsWith('crm') ? reference(context, name, field, value) : html`${lines(text)}`
  }
}

function moneyText(text: string, viewing: Viewing): string {
  const [amount = '', currency = ''] = text.split('|')
  return formats.money(Number(amount), currency, viewing.language)
}

function person(context: ValueContext, id: number): Html {
  const found = context.desk.person(id)
  return found ? personLink(found) : html`#${id}`
}

function reference(context: ValueContext, name: string, field: FieldInfo, value: unknown): Html {
  const pointed = referenceOf(name, field, value)
  if (!pointed) return html`${textOf(value)}`
  const found = context.references.find(pointed)
  if (!found) return html`<span class="hidden-item">${context.viewing.words.hiddenItem}</span>`
  return html`<a href="${found.href}">${found.title}</a>`
}

function link(text: string): Html {
  if (!/^https?:\/\//i.test(text)) return html`${text}`
  return html`<a href="${text}" target="_blank" rel="noopener noreferrer">${text}</a>`
}

/** Line breaks as typed. */
function lines(text: string): Html {
  return html`${text.split(/\r?\n/).map((line, at) => (at === 0 ? html`${line}` : html`${raw('<br />')}${line}`))}`
}
