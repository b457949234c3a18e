import { createHash } from 'node:crypto'
import type { Desk, Stage } from './desk.ts'
import { stageDictionary } from './entities.ts'
import type { Entity } from './entities.ts'
import { fieldList, referencesIn } from './field-list.ts'
import { itemHistory } from './item-history.ts'
import { readFields, readItem, textOf } from './item.ts'
import type { Item } from './item.ts'
import { itemTitle, loadReferences } from './references.ts'
import { stageBar } from './stage-bar.ts'
import { timeline } from './timeline/timeline.ts'
import type { Viewing } from './viewing.ts'

export type PartName = 'stages' | 'fields' | 'timeline' | 'history'

/** What of a card changes while it is open, as HTML. */
export interface CardParts {
  item: Item
  title: string
  /** Differs whenever anything shown differs. */
  signature: string
  parts: Record<PartName, string>
}

/** Reads an item and draws its changing parts with the viewer's rights. Throws the portal's refusal. */
export async function cardParts(viewing: Viewing, desk: Desk, entity: Entity, id: number): Promise<CardParts> {
  const item = await readItem(desk, viewing.viewer.id, entity.entityTypeId, id)
  const fields = await readFields(desk, viewing.viewer.id, entity.entityTypeId)
  const references = await loadReferences(desk, viewing, referencesIn(fields, item))
  const parts = {
    stages: String(await stageBar(stagesOf(desk, entity, item), textOf(item.stageId), viewing.words)),
    fields: String(
      await fieldList(
        { viewing, desk, references, card: { entityTypeId: entity.entityTypeId, id } },
        entity,
        fields,
        item,
      ),
    ),
    timeline: String(timeline(viewing, desk, entity, item)),
    history: String(await itemHistory(viewing, desk, item)),
  }
  const title = itemTitle(entity, item)
  const signature = createHash('sha1')
    .update(JSON.stringify([title, parts]))
    .digest('hex')
  return { item, title, signature, parts }
}

/** The stages of the item's own funnel. */
export function stagesOf(desk: Desk, entity: Entity, item: Item): Stage[] {
  return entity.hasStages ? desk.stages(stageDictionary(entity, Number(item.categoryId ?? 0))) : []
}
