import type { Context } from 'hono'
import { InvalidInputError } from '../../errors.ts'
import { readPostedForm, type Posted } from './posted.ts'

/** The form the portal's page has posted; null when this is none, so that a person can be told in words. */
export async function readForm(call: Context): Promise<Posted | null> {
  // Parts that nobody can take apart are no form either.
  const body = await call.req.parseBody().catch(() => null)
  try {
    return body && readPostedForm(body, call.req.query())
  } catch (error) {
    if (error instanceof InvalidInputError) return null
    throw error
  }
}
