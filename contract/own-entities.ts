import { z } from 'zod'
import { day } from './actions.ts'
import { ownRegime, ownRole } from './profit.ts'

/** How an entity is taxed from a day of service on; `sinceOn` null: from the beginning. */
export const entityPeriod = z.object({ sinceOn: day.nullable(), regime: ownRegime, role: ownRole })
export type EntityPeriod = z.infer<typeof entityPeriod>

/** Our own legal entities and which of them a payment form of the portal stands for, as directors have said. */
export const ownEntityBook = z.object({
  entities: z.array(z.object({ companyId: z.number().int(), title: z.string(), periods: z.array(entityPeriod) })),
  /** Codes of the portal's payment forms; `companyId` null: the order names the entity, or nobody does. */
  forms: z.array(z.object({ code: z.string(), companyId: z.number().int().nullable() })),
})
export type OwnEntityBook = z.infer<typeof ownEntityBook>

/** Body of `PUT /api/own-entities/book`: everything as it is to stand. */
export const ownEntityBookInput = z.object({
  entities: z
    .array(
      z.object({
        companyId: z.number().int().positive(),
        periods: z
          .array(entityPeriod)
          .max(20)
          .refine((periods) => new Set(periods.map(({ sinceOn }) => sinceOn)).size === periods.length, {
            message: 'two periods begin on one day',
          }),
      }),
    )
    .max(200),
  forms: z
    .array(z.object({ code: z.string().min(1).max(60), companyId: z.number().int().positive().nullable() }))
    .max(200),
})
export type OwnEntityBookInput = z.infer<typeof ownEntityBookInput>
