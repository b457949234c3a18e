import type { Portal } from '../../portal.ts'
import { toPrinted } from '../values.ts'
import { parseDocument } from './documents.ts'

const reference = /\{=Document:([A-Za-z0-9_]+)\}/g
const oldNames: Record<string, string> = { ASSIGNED_BY_ID: 'assignedById', STAGE_ID: 'stageId', STATUS_ID: 'stageId' }

/**
 * Settings of a program with what the card says in place of `{=Document:TITLE}`. A field the card does not have stands
 * for nothing.
 */
export function fillIn(portal: Portal, documentId: string[], settings: Record<string, unknown>) {
  const document = parseDocument(documentId)
  const item = document && portal.state.items.get(document.entityTypeId, document.itemId)
  const fields = document ? (portal.catalogue.of(document.entityTypeId)?.fields ?? []) : []
  const valueOf = (name: string): string => {
    if (!document || name === 'ID') return String(document?.itemId ?? '')
    const field = fields.find((one) => one.name === name || one.name === (oldNames[name] ?? camel(name)))
    const value = field && item ? toPrinted(field, item.values[field.name]) : null
    return value === null || value === undefined ? '' : String(value)
  }
  const walk = (value: unknown): unknown => {
    if (typeof value === 'string') return value.replaceAll(reference, (_all, name: string) => valueOf(name))
    return Array.isArray(value) ? value.map(walk) : value
  }
  return Object.fromEntries(Object.entries(settings).map(([key, value]) => [key, walk(value)]))
}

const camel = (name: string): string =>
  name.toLowerCase().replaceAll(/_([a-z0-9])/g, (_all, letter: string) => letter.toUpperCase())
