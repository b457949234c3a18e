import { z } from 'zod'
import { day, writeKey } from './actions.ts'
import { TERM_EVENT_CODES, VAT_CODES } from './codes.ts'
import { DISTANCE_SOURCES } from './place.ts'

/** How an own legal entity is taxed; see `server/money/own-regime.ts`. */
export const OWN_REGIMES = ['general', 'simplified_general', 'simplified_7', 'simplified_5', 'simplified_none'] as const
export const ownRegime = z.enum(OWN_REGIMES)

/** As principal we owe VAT on the whole price; as agent on our fee alone, and the carrier's papers are re-issued. */
export const ownRole = z.enum(['principal', 'agent'])
export type OwnRole = z.infer<typeof ownRole>

export const EXPENSE_LABELS = {
  loading: { ru: 'погрузка', en: 'loading' },
  terminal: { ru: 'терминал', en: 'terminal' },
  permit: { ru: 'пропуск', en: 'permit' },
  escort: { ru: 'сопровождение', en: 'escort' },
  toll: { ru: 'платные дороги', en: 'tolls' },
  downtime: { ru: 'простой', en: 'downtime' },
  insurance: { ru: 'страхование', en: 'insurance' },
  return: { ru: 'возврат', en: 'return' },
  fine: { ru: 'штраф', en: 'fine' },
  bank: { ru: 'банк', en: 'bank' },
  cash: { ru: 'наличные', en: 'cash' },
  carriage: { ru: 'перевозка, ещё одно плечо', en: 'carriage, another leg' },
  other: { ru: 'прочее', en: 'other' },
} as const
export type ExpenseKind = keyof typeof EXPENSE_LABELS
export const EXPENSE_KINDS = Object.keys(EXPENSE_LABELS) as [ExpenseKind, ...ExpenseKind[]]

/** One line of a document: an amount as it is written, VAT inside. `vat: null`: the treatment is not known. */
export const profitLine = z.object({
  minor: z.number().int(),
  currency: z.string().length(3),
  vat: z.enum(VAT_CODES).nullable(),
})
export type ProfitLine = z.infer<typeof profitLine>

/** Downtime and fines go both ways: `in` is what somebody pays us. */
export const expenseLine = profitLine.extend({
  kind: z.enum(EXPENSE_KINDS),
  phase: z.enum(['planned', 'actual']),
  direction: z.enum(['out', 'in']),
})
export type ExpenseLine = z.infer<typeof expenseLine>

export const paymentTerm = z.object({
  /** What the days are counted from; null: not stated. */
  event: z.enum(TERM_EVENT_CODES).nullable(),
  days: z.number().int(),
  bankDays: z.boolean(),
  prepayPercent: z.number(),
})
export type PaymentTerm = z.infer<typeof paymentTerm>

/** Why a profit cannot be calculated. Each names what has to be entered, and where. */
export const PROFIT_GAPS = [
  'client_price',
  'client_vat',
  'carrier_price',
  'carrier_vat',
  'expense_vat',
  'service_date',
  'own_entity',
  'exchange_rate',
] as const
export type ProfitGap = (typeof PROFIT_GAPS)[number]

/** What is calculable and still looks wrong. */
export const PROFIT_FINDINGS = [
  'negative_price',
  'unknown_form',
  'vat_not_in_force',
  'vat_not_of_regime',
  'several_carriers',
  'several_awarded',
  'dates_out_of_order',
  'below_minimum',
  'loss',
] as const
export type ProfitFinding = (typeof PROFIT_FINDINGS)[number]

/** What is odd about the money of an order rather than about its margin. */
export const PROFIT_WARNINGS = [
  /** The client is late, and the carrier has not been paid yet either: the trip's money stands still. */
  'client_late_carrier_unpaid',
  'client_late',
  'carrier_late',
  /** The form of payment is of another of our entities than the one the card (and its contract) names. */
  'entity_of_other_form',
] as const

/** Sums of one view of a trip: as planned, or as it has turned out so far. Kopecks. */
export const profitSums = z.object({
  /** Without the VAT we owe. */
  netRevenueMinor: z.number().int(),
  /** Without the VAT we take back. */
  netCostMinor: z.number().int(),
  netMarginMinor: z.number().int(),
  /** Of net revenue, and of net cost; null where there is nothing to divide by. */
  marginShare: z.number().nullable(),
  markupShare: z.number().nullable(),
  vatOwedMinor: z.number().int(),
  vatDeductedMinor: z.number().int(),
  /** Paid in cash: no deduction, and as a rule no cost for the profit tax either. */
  cashMinor: z.number().int(),
  /** The margin after the portal's coefficient on cash. */
  adjustedMarginMinor: z.number().int(),
})
export type ProfitSums = z.infer<typeof profitSums>

export const tripProfit = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('unknown'),
    missing: z.array(z.enum(PROFIT_GAPS)),
    findings: z.array(z.enum(PROFIT_FINDINGS)),
  }),
  z.object({
    state: z.literal('known'),
    currency: z.string(),
    /** Prices agreed and expenses planned. */
    plan: profitSums,
    /** Actual expenses, and planned ones of kinds of which nothing actual is known yet. */
    fact: profitSums,
    /** Money of ours that is out until the client pays, by the annual rate; negative when he pays first. null: terms not known. */
    costOfMoneyMinor: z.number().int().nullable(),
    /** Kopecks a kilometre; null without a distance. */
    perKm: z
      .object({ revenueMinor: z.number().int(), costMinor: z.number().int(), marginMinor: z.number().int() })
      .nullable(),
    findings: z.array(z.enum(PROFIT_FINDINGS)),
  }),
])
export type TripProfit = z.infer<typeof tripProfit>

/** One own legal entity as the portal's directors have described it. `null`: nobody has yet. */
export const ownEntity = z.object({
  companyId: z.number().int(),
  title: z.string(),
  regime: ownRegime.nullable(),
  role: ownRole,
  /** Nobody has chosen: taken from the client's VAT. */
  guessed: z.boolean(),
  /** The first day of service this treatment holds for; null: always. */
  sinceOn: z.string().nullable(),
})
export type OwnEntity = z.infer<typeof ownEntity>

export const payment = z.object({
  who: z.enum(['client', 'carrier']),
  part: z.enum(['prepayment', 'rest']),
  minor: z.number().int(),
  currency: z.string(),
  dueOn: z.string().nullable(),
  why: z.enum(['counted', 'no_base_date', 'no_term', 'beyond_calendar']),
  paidOn: z.string().nullable(),
  overdue: z.boolean(),
})

/** What trips of the same lane, or of the same client, usually leave: the median share and of how many. */
export const usualMargin = z.object({ medianShare: z.number(), count: z.number().int() }).nullable()

export const profitApproval = z.object({
  key: z.string(),
  state: z.enum(['asked', 'allowed', 'declined']),
  share: z.number().nullable(),
  comment: z.string().nullable(),
  askedBy: z.string().nullable(),
  head: z.string().nullable(),
  askedAt: z.string(),
  decidedBy: z.string().nullable(),
  decidedAt: z.string().nullable(),
  /** The reader may allow or decline it now. */
  mayDecide: z.boolean(),
})

/** Body of `PUT /api/expenses`: all expenses of an order as they are to stand; the server keeps texts nobody changed. */
export const expensesInput = z.object({
  key: writeKey,
  card: z.object({ kind: z.enum(['deal', 'order']), id: z.number().int().positive() }),
  orderId: z.number().int().positive(),
  /** What stood there when the form was opened: somebody else's change is not overwritten. */
  before: z.array(z.string().max(300)).max(50),
  expenses: z
    .array(
      z.union([
        z.object({ text: z.string().max(300) }),
        z.object({
          line: expenseLine.extend({
            minor: z.number().int().min(0).max(99_999_999_999),
            currency: z.string().regex(/^[A-Z]{3}$/),
          }),
          comment: z.string().max(120),
        }),
      ]),
    )
    .max(50),
})
export type ExpensesInput = z.infer<typeof expensesInput>

/** Body of `POST /api/profit-approvals`. */
export const approvalInput = z.object({
  key: writeKey,
  card: z.object({ kind: z.enum(['deal', 'order']), id: z.number().int().positive() }),
  orderId: z.number().int().positive(),
  comment: z.string().trim().max(500),
})
export type ApprovalInput = z.infer<typeof approvalInput>

/** Body of `PUT /api/profit-approvals/:key`. */
export const approvalDecision = z.object({
  key: writeKey,
  card: z.object({ kind: z.enum(['deal', 'order']), id: z.number().int().positive() }),
  state: z.enum(['allowed', 'declined']),
})
export type ApprovalDecision = z.infer<typeof approvalDecision>

/** One order of a deal and what it earns. */
export const orderProfit = z.object({
  orderId: z.number().int(),
  title: z.string(),
  /** P on its way, S done, F cancelled: a cancelled one is shown and counted nowhere. */
  semantics: z.enum(['P', 'S', 'F']),
  serviceOn: z.string().nullable(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  client: z.object({ name: z.string().nullable(), price: profitLine.nullable() }),
  carrier: z.object({ name: z.string().nullable(), price: profitLine.nullable() }),
  own: ownEntity.nullable(),
  /** `line` null: the text could not be read, and is counted nowhere. */
  expenses: z.array(z.object({ text: z.string(), line: expenseLine.nullable(), comment: z.string() })),
  /** The last question about a margin below the minimum. */
  approval: profitApproval.nullable(),
  /** Below the minimum, and nobody has been asked about a margin this low. */
  mayAsk: z.boolean(),
  distance: z.object({ km: z.number(), source: z.enum(['typed', ...DISTANCE_SOURCES]) }).nullable(),
  profit: tripProfit,
  payments: z.array(payment),
  warnings: z.array(z.enum(PROFIT_WARNINGS)),
  /** The most a carrier may ask for the wanted, the minimum or no margin, by VAT form; null: not calculable, or one of several orders. */
  mostPrice: z.object({ share: z.number(), prices: z.record(z.enum(VAT_CODES), z.number().int()) }).nullable(),
  /** Prices in every VAT form as good for us as the carrier's; null as above. */
  equalPrices: z.record(z.enum(VAT_CODES), z.number().int()).nullable(),
  /** Open and awarded offers of this order and its request, the one that leaves most first; among several orders none. */
  offers: z.array(
    z.object({
      offerId: z.number().int(),
      carrier: z.string().nullable(),
      price: profitLine,
      /** null: not calculable. */
      netMarginMinor: z.number().int().nullable(),
      awarded: z.boolean(),
    }),
  ),
  usual: z.object({ lane: usualMargin, client: usualMargin }),
})
export type OrderProfit = z.infer<typeof orderProfit>

/** The tab of a deal or an order. */
export const profitAnswer = z.object({
  card: z.object({ kind: z.enum(['deal', 'order']), id: z.number().int() }),
  asOf: z.string(),
  /** The portal's number of the process «Заявка», for links to its cards. */
  orderTypeId: z.number().int(),
  orders: z.array(orderProfit),
  /** Of the orders that can be calculated and were not cancelled; null when there are none. */
  total: z.object({ orders: z.number().int(), unknown: z.number().int(), sums: profitSums }).nullable(),
  minimumShare: z.number().nullable(),
  goodShare: z.number().nullable(),
  /** May say how own entities are taxed. */
  maySet: z.boolean(),
  /** Where the portal opens the settings of the page «Рентабельность»; null for who may not set them. */
  settingsPath: z.string().nullable(),
  /** The same, where rates of exchange are entered. */
  ratesPath: z.string().nullable(),
})
export type ProfitAnswer = z.infer<typeof profitAnswer>

/** Body of `PUT /api/own-entities`. */
export const ownEntityInput = z.object({
  companyId: z.number().int().positive(),
  regime: ownRegime,
  role: ownRole,
  /** The first day of service it holds for; null: from the beginning. Other periods stay. */
  sinceOn: day.nullable().default(null),
  card: z.object({ kind: z.enum(['deal', 'order']), id: z.number().int().positive() }),
})
export type OwnEntityInput = z.infer<typeof ownEntityInput>
