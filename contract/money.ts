import { z } from 'zod'
import { VAT_CODES } from './codes.ts'

/** An amount in integer minor units (kopecks) of one currency. Never a float. */
export const money = z.object({
  minor: z.number().int(),
  currency: z.string().length(3),
})
export type Money = z.infer<typeof money>

/** Money somebody asks or pays; `vat: null` means the treatment is unknown, which is not "without VAT". */
export const rate = money.extend({ vat: z.enum(VAT_CODES).nullable() })
export type Rate = z.infer<typeof rate>
