import type { SeedType } from '../../sandbox/seeds/seed.ts'
import type { PortalField } from '../../server/portal/guess/guess-fields.ts'
import type { PortalStageView } from '../../server/portal/guess/guess-stages.ts'

/** A seeded process as the server sees it through REST. */
export function portalFieldsOf(type: SeedType): PortalField[] {
  return type.fields.map((field) => ({
    name: field.fieldName,
    label: field.label.ru,
    type: field.userTypeId,
    multiple: field.multiple ?? false,
    elements: (field.items ?? []).map(({ id, value }) => ({ id, label: value })),
  }))
}

export function portalStagesOf(type: SeedType): PortalStageView[] {
  return type.categories.flatMap(({ id, stages }) =>
    stages.map((stage) => ({
      statusId: `DT${type.entityTypeId}_${id}:${stage.statusId}`,
      name: stage.name,
      semantics: stage.semantics ?? 'P',
    })),
  )
}
