import { z } from 'zod'

/** Where a portal's settings keep it. */
export const PORTAL_CALENDAR_KEY = 'portalCalendar'

/** What the calendar of a portal says of working days, as it was read: no year is made known by it. */
export const portalCalendar = z.object({
  /** Days of the week that are off, 0 Sunday … 6 Saturday. */
  weekOff: z.array(z.number().int().min(0).max(6)).max(7),
  /** Days off of every year, MM-DD. */
  yearOff: z.array(z.string().regex(/^\d{2}-\d{2}$/)).max(366),
  /** Worked days, MM-DD; the portal tells no year, so they hold for the one they were read in. */
  worked: z.array(z.string().regex(/^\d{2}-\d{2}$/)).max(366),
  year: z.string().regex(/^\d{4}$/),
})
export type PortalCalendar = z.infer<typeof portalCalendar>
