import { Hono } from 'hono'
import { z } from 'zod'
import { InvalidInputError } from '../errors.ts'
import { readCompanyNumber } from '../../typed/company-number.ts'
import type { ApiContext } from './api-context.ts'
import { CAPTURERS } from './captures/capture-place.ts'
import { findCompanyByNumber } from './session/find-company.ts'
import { requireRole, signedIn } from './signed-in.ts'
import { validated } from './validated.ts'

const path = z.object({ number: z.string().max(30) })

/**
 * `GET /api/company-numbers/:number`: the company that has a taxpayer's number already, and what a register says of one
 * that nobody has. The copy does not hold requisites, so the portal is asked, for a second at most.
 */
export function companyNumbersGet(context: ApiContext) {
  return new Hono().get('/api/company-numbers/:number', signedIn(context), validated('param', path), async (call) => {
    const { viewer, room } = call.var
    requireRole(viewer, ...CAPTURERS)
    const number = readCompanyNumber(call.req.valid('param').number)
    if (!number) throw new InvalidInputError('This is no number of a taxpayer', [{ path: 'number', message: 'wrong' }])
    return call.json(await findCompanyByNumber(room, viewer.userId, number.digits, context.companyRegister))
  })
}
