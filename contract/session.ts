import { z } from 'zod'
import { ROLES } from './codes.ts'
import { captureStart } from './capture.ts'
import { carriersAnswer } from './carriers.ts'
import { installState } from './install.ts'
import { offersAnswer } from './offers.ts'
import { problem } from './problem.ts'
import { profitReportBoot } from './profit-report.ts'
import { profitAnswer } from './profit.ts'
import { refusalCardAnswer, refusalQueueAnswer } from './refusals.ts'

/** Who is looking, as the portal proved it. The token is a bearer for our own API and lives in page memory only. */
export const session = z.object({
  token: z.string(),
  expiresAt: z.string(),
  userId: z.number().int(),
  userName: z.string(),
  isAdmin: z.boolean(),
  roles: z.array(z.enum(ROLES)),
  language: z.enum(['ru', 'en']),
  portalOrigin: z.string(),
})
export type Session = z.infer<typeof session>

/**
 * What the answer to the placement POST carries after its skeleton, as a JSON data block with the id
 * `reis-boot`. `reload` means the POST body is gone (a reload): the widget boots through the SDK and
 * `POST /api/session` answers with the same shape.
 */
export const boot = z.discriminatedUnion('state', [
  z.object({ state: z.literal('reload') }),
  z.object({ state: z.literal('refused'), problem }),
  z.object({ state: z.literal('carrier-form'), session, start: captureStart }),
  z.object({ state: z.literal('carriers'), session, answer: carriersAnswer }),
  z.object({ state: z.literal('offers'), session, answer: offersAnswer }),
  z.object({ state: z.literal('profitability'), session, answer: profitAnswer }),
  z.object({ state: z.literal('refusal'), session, answer: refusalCardAnswer }),
  z.object({ state: z.literal('refusals'), session, answer: refusalQueueAnswer }),
  z.object({ state: z.literal('profit-report'), session, page: profitReportBoot }),
  z.object({ state: z.literal('install'), session, install: installState }),
])
export type Boot = z.infer<typeof boot>

/** Body of `POST /api/session`: what the SDK knows after a reload. */
export const sessionInput = z.object({
  widget: z.string().max(40),
  memberId: z.string().max(64),
  accessToken: z.string().max(400),
  refreshToken: z.string().max(400),
  expiresIn: z.number().int(),
  placement: z.string().max(80),
  placementOptions: z.record(z.string(), z.unknown()),
  language: z.string().max(10),
})
export type SessionInput = z.infer<typeof sessionInput>
