import { zValidator } from '@hono/zod-validator'
import type { ValidationTargets } from 'hono'
import { z } from 'zod'
import { loadKind } from '../../contract/load.ts'
import { InvalidInputError } from '../errors.ts'

/** Lets in what fits the schema; says of the rest which inputs were wrong. */
export function validated<Schema extends z.ZodType, Target extends keyof ValidationTargets>(
  target: Target,
  schema: Schema,
) {
  return zValidator(target, schema, (result) => {
    if (result.success) return
    const fields = result.error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message }))
    throw new InvalidInputError(
      `Wrong input: ${fields.map((field) => `${field.path || target}: ${field.message}`).join('; ')}`,
      fields,
    )
  })
}

/** The part of a path that names a load. */
export const loadPath = z.object({ kind: loadKind, id: z.coerce.number().int().positive() })
