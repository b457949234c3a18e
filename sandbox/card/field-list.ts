import { html } from 'hono/html'
import type { Entity } from './entities.ts'
import { fieldValue, isFilled } from './field-value.ts'
import type { ValueContext } from './field-value.ts'
import { textOf } from './item.ts'
import type { FieldInfo, Item } from './item.ts'
import { referenceOf } from './references.ts'
import type { Reference } from './references.ts'
import type { Html } from './shell.ts'
import type { Words } from './words.ts'

/** The standard fields a card shows, in this order; parents and user fields come by themselves. */
const SHOWN: Record<string, string> = {
  opportunity: 'Amount',
  companyId: 'Company',
  contactIds: 'Contacts',
  companyTitle: 'Company name',
  name: 'First name',
  secondName: 'Second name',
  lastName: 'Last name',
  post: 'Position',
  typeId: 'Type',
  industry: 'Industry',
  leadId: 'Lead',
  sourceId: 'Source',
  sourceDescription: 'About the source',
  begindate: 'Begins',
  closedate: 'Expected close',
  comments: 'Comment',
  mycompanyId: 'Own company',
  assignedById: 'Responsible',
  observers: 'Observers',
}

interface Row {
  name: string
  title: string
  field: FieldInfo
  value: unknown
}

/** Everything the item's fields point at, so that the names can be read at once. */
export function referencesIn(fields: Map<string, FieldInfo>, item: Item): Reference[] {
  return [...fields].flatMap(([name, field]) => {
    if (!field.type.startsWith('crm') || field.type === 'crm_status') return []
    const values = Array.isArray(item[name]) ? (item[name] as unknown[]) : [item[name]]
    return values.map((value) => referenceOf(name, field, value)).filter((found) => found !== null)
  })
}

/** The left column of a card: what is filled, section by section, and what is empty folded away. */
export function fieldList(context: ValueContext, entity: Entity, fields: Map<string, FieldInfo>, item: Item): Html {
  const { words } = context.viewing
  const rows = [...fields].map(([name, field]) => rowOf(context, name, field, item))
  const standard = Object.keys(SHOWN).flatMap((name) => rows.filter((row) => row.name === name))
  const parents = rows.filter((row) => row.name.startsWith('parentId'))
  const own = rows.filter((row) => row.field.isDynamic)
  const empty = [...parents, ...own].filter((row) => !isFilled(row.value))
  return html`${section(context, words.about, [...standard, ...parents], contacts(words, item))}
    ${section(context, words.more, own)}
    ${
      empty.length > 0
        ? html`<details class="fields-empty">
            <summary>${words.emptyFields}: ${empty.length}</summary>
            ${empty.map((row) => pair(row.title, html`<span class="empty-value">${words.notFilled}</span>`))}
          </details>`
        : ''
    }
    <div class="fields-foot">${entity.itemTitle} № ${item.id}</div>`
}

function rowOf(context: ValueContext, name: string, field: FieldInfo, item: Item): Row {
  const parent = context.viewing.entities.find((entity) => name === `parentId${entity.entityTypeId}`)
  const known = context.viewing.language === 'en' ? SHOWN[name] : undefined
  const title = parent?.itemTitle ?? known ?? field.title
  return { name, title, field, value: name === 'opportunity' ? amountOf(item) : item[name] }
}

/** A sum of zero is how the portal writes "no sum". */
function amountOf(item: Item): string | null {
  return Number(item.opportunity) ? `${textOf(item.opportunity)}|${textOf(item.currencyId)}` : null
}

function section(context: ValueContext, title: string, rows: Row[], extra: Html | '' = ''): Html | '' {
  const filled = rows.filter((row) => isFilled(row.value))
  if (filled.length === 0 && extra === '') return ''
  return html`<section class="fields">
    <h2>${title}</h2>
    ${extra}
    ${filled.map((row) => {
      const field = row.name === 'opportunity' ? { ...row.field, type: 'money' } : row.field
      return pair(row.title, fieldValue(context, row.name, field, row.value), row.name)
    })}
  </section>`
}

function pair(title: string, value: Html, name = ''): Html {
  return html`<div class="field" data-field="${name}">
    <div class="field-title">${title}</div>
    <div class="field-value">${value}</div>
  </div>`
}

/** Phones and e-mails; a press on a number calls it, as in the portal. */
function contacts(words: Words, item: Item): Html | '' {
  const entries = Array.isArray(item.fm) ? (item.fm as Record<string, unknown>[]) : []
  if (entries.length === 0) return ''
  return html`${entries.map((entry) => contact(words, textOf(entry.typeId), textOf(entry.value)))}`
}

function contact(words: Words, type: string, value: string): Html {
  if (type !== 'PHONE') return pair(type === 'EMAIL' ? 'E-mail' : type, html`${value}`, `fm.${type}`)
  const number = html`<button type="button" class="phone" data-call="${value}">${value}</button>`
  return pair(words.phone, number, 'fm.PHONE')
}
