import { z } from 'zod'
import type { Label } from './codes.ts'

/** What a column of a file of carriers may mean. */
export const CARRIER_COLUMN_LABELS = {
  name: { ru: 'Название', en: 'Name' },
  phone: { ru: 'Телефон', en: 'Phone' },
  directions: { ru: 'Направления', en: 'Directions' },
  body: { ru: 'Тип кузова', en: 'Body' },
  capacity: { ru: 'Грузоподъёмность', en: 'Capacity' },
  volume: { ru: 'Объём, м³', en: 'Volume, m³' },
  home: { ru: 'База (город)', en: 'Home place' },
} as const satisfies Record<string, Label>
export type CarrierColumn = keyof typeof CARRIER_COLUMN_LABELS
export const CARRIER_COLUMNS = Object.keys(CARRIER_COLUMN_LABELS) as [CarrierColumn, ...CarrierColumn[]]

/** Why a row is not taken. */
export const CARRIER_ROW_PROBLEMS = [
  'no_name',
  'bad_phone',
  'bad_capacity',
  'bad_volume',
  'unknown_body',
  'formula',
  'too_long',
  'repeated',
  'in_base',
] as const
export type CarrierRowProblem = (typeof CARRIER_ROW_PROBLEMS)[number]

export const carrierRowProblem = z.object({
  /** As the file's own program counts lines, from 1. */
  line: z.number().int(),
  column: z.enum(CARRIER_COLUMNS).nullable(),
  why: z.enum(CARRIER_ROW_PROBLEMS),
})

/** Which column of the file is which, by position from 0. */
export const carrierMapping = z.partialRecord(z.enum(CARRIER_COLUMNS), z.number().int().min(0).max(99))
export type CarrierMapping = z.infer<typeof carrierMapping>

/** Answer of `POST /api/carrier-file/preview`. */
export const carrierFilePreview = z.object({
  columns: z.array(z.object({ header: z.string(), samples: z.array(z.string()) })),
  mapping: carrierMapping,
  rows: z.number().int(),
  /** Rows that would be written. */
  good: z.number().int(),
  /** In the order of lines; a long list is cut. */
  problems: z.array(carrierRowProblem),
  problemCount: z.number().int(),
})
export type CarrierFilePreview = z.infer<typeof carrierFilePreview>

/** Answer of `POST /api/carrier-file`. */
export const carrierFileAccepted = carrierFilePreview.pick({ problems: true, problemCount: true }).extend({
  accepted: z.number().int(),
})
export type CarrierFileAccepted = z.infer<typeof carrierFileAccepted>

/** The largest file that is read. */
export const CARRIER_FILE_BYTES = 5 * 1024 * 1024
export const CARRIER_FILE_ROWS = 5_000
