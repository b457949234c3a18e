import { z } from 'zod'

/** Names of widgets are names of folders. */
export const widgetPath = z.object({ widget: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/) })
