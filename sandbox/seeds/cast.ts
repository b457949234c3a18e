/**
 * People, companies and cards that tests, the demonstration and the documentation call by name. Their ids are
 * the same in every seed that has them and at every scale.
 */
export const CAST = {
  admin: 1,
  director: 2,
  salesHead: 3,
  manager: 4,
  secondManager: 5,
  logisticsHead: 12,
  logist: 13,
  secondLogist: 14,
  office: 22,
  accountant: 25,
  security: 28,
  hr: 30,
} as const

/** Москва → Казань, tent, 20 t, loads tomorrow, stage SEARCH. */
export const DEMO_REQUEST_ID = 1
/** «Ростов» → «Киров»: each is two towns at least. */
export const AMBIGUOUS_REQUEST_ID = 2
/** Paint, ADR class 3. */
export const ADR_REQUEST_ID = 3
/** Frozen food at −18 °C. */
export const REEFER_REQUEST_ID = 4
/** Two loadings, three unloadings. */
export const STOPS_REQUEST_ID = 5
/** An excavator on a low loader. */
export const OVERSIZE_REQUEST_ID = 6
/** Three tonnes that may ride beside another load. */
export const PART_LOAD_REQUEST_ID = 7
/** «Белый Раст» → «склад Ворсино»: places a gazetteer of towns does not know. */
export const UNKNOWN_PLACE_REQUEST_ID = 8
/** The client excluded two carriers by name. */
export const EXCLUSIONS_REQUEST_ID = 9
/** Already won: offers may not be added. */
export const WON_REQUEST_ID = 10

/** An order of the permanent client, in stage DOCUMENTS, with no carrier yet. */
export const DEMO_ORDER_ID = 1
/** The finished order of the won request. */
export const WON_ORDER_ID = 2
/** From here on: finished trips Москва → Казань of the carrier cast, see `world/cast-history.ts`. */
export const FIRST_HISTORY_ORDER_ID = 11

/** The permanent client and its permanent deal. */
export const PERMANENT_CLIENT_ID = 101
export const PERMANENT_DEAL_ID = 1

/** Companies of the carrier cast. */
export const CARRIERS = {
  /** Reefers Москва ↔ Казань. */
  volgaTrans: 11,
  /** Tents Москва ↔ Казань. */
  sidorov: 12,
  /** On the stop list. */
  kamskiyPut: 13,
  /** Paused for two weeks. */
  zavolzhye: 14,
  /** No phone at all. */
  molchanov: 15,
  /** ADR classes 3, 8 and 9. */
  himtrans: 16,
  /** Low loaders. */
  tyazhelovoz: 17,
  /** From Kazakhstan, free in Казань tomorrow. */
  stepLogistik: 18,
  /** Not to be used, with a reason. */
  dorogin: 19,
  /** Offers and trips, but no entry in the carrier base. */
  okaExpress: 20,
  /** Asked not to be written to. */
  severnyTent: 21,
  /** Its name is hostile HTML; only in the seed `small`. */
  hostile: 22,
} as const
