import { sql, type Kysely, type Migration } from 'kysely'

/**
 * The copy of the portal: everything here may be deleted, sync refills it. Times are UTC ISO text, days are
 * YYYY-MM-DD, money is integer kopecks, lists are JSON text, codes are ours (never the portal's ids).
 */
const statements = [
  `CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID`,
  `CREATE TABLE department (id INTEGER PRIMARY KEY, name TEXT NOT NULL, parentId INTEGER, headId INTEGER)`,
  `CREATE TABLE user (
     id INTEGER PRIMARY KEY, name TEXT NOT NULL, lastName TEXT NOT NULL, position TEXT,
     departmentIds TEXT NOT NULL, active INTEGER NOT NULL, isAdmin INTEGER NOT NULL DEFAULT 0)`,
  `CREATE TABLE company (
     id INTEGER PRIMARY KEY, title TEXT NOT NULL, assignedById INTEGER, updatedAt TEXT NOT NULL)`,
  `CREATE TABLE phone (
     ownerKind TEXT NOT NULL, ownerId INTEGER NOT NULL, position INTEGER NOT NULL, value TEXT NOT NULL, type TEXT,
     PRIMARY KEY (ownerKind, ownerId, position)) WITHOUT ROWID`,
  `CREATE TABLE contact (
     id INTEGER PRIMARY KEY, name TEXT NOT NULL, companyId INTEGER, updatedAt TEXT NOT NULL)`,
  `CREATE TABLE lead (
     id INTEGER PRIMARY KEY, title TEXT NOT NULL, stage TEXT NOT NULL, semantics TEXT NOT NULL,
     assignedById INTEGER, companyId INTEGER, createdAt TEXT NOT NULL, updatedAt TEXT NOT NULL)`,
  `CREATE TABLE deal (
     id INTEGER PRIMARY KEY, title TEXT NOT NULL, stage TEXT NOT NULL, semantics TEXT NOT NULL,
     assignedById INTEGER, companyId INTEGER, createdAt TEXT NOT NULL, updatedAt TEXT NOT NULL)`,
  // Requests and orders in one table: matching and money read both by the same code.
  `CREATE TABLE load (
     kind TEXT NOT NULL CHECK (kind IN ('request', 'order')), id INTEGER NOT NULL,
     title TEXT NOT NULL, stage TEXT NOT NULL, semantics TEXT NOT NULL CHECK (semantics IN ('P', 'S', 'F')),
     assignedById INTEGER, companyId INTEGER, leadId INTEGER, dealId INTEGER, requestId INTEGER,
     loadText TEXT, unloadText TEXT, fromPlaceId INTEGER, toPlaceId INTEGER, stops TEXT NOT NULL,
     loadFromAt TEXT, loadToAt TEXT, unloadByAt TEXT,
     cargo TEXT, weightKg REAL, volumeM3 REAL, pallets INTEGER, lengthM REAL, widthM REAL, heightM REAL,
     bodies TEXT NOT NULL, loading TEXT NOT NULL, unloading TEXT NOT NULL, loadingAll INTEGER NOT NULL,
     adr TEXT, tempFromC REAL, tempToC REAL, partLoad INTEGER NOT NULL, directionKind TEXT,
     clientRateMinor INTEGER, clientRateCurrency TEXT, clientVat TEXT,
     targetRateMinor INTEGER, targetRateCurrency TEXT, distanceKm REAL,
     excludedCompanyIds TEXT NOT NULL,
     carrierCompanyId INTEGER, carrierRateMinor INTEGER, carrierRateCurrency TEXT, carrierVat TEXT,
     vehiclePlate TEXT, trailerPlate TEXT, loadedAt TEXT, unloadedAt TEXT, logistId INTEGER, managerId INTEGER,
     createdAt TEXT NOT NULL, updatedAt TEXT NOT NULL,
     PRIMARY KEY (kind, id)) WITHOUT ROWID`,
  `CREATE INDEX loadByLane ON load (fromPlaceId, toPlaceId, kind)`,
  `CREATE INDEX loadByCarrier ON load (carrierCompanyId) WHERE carrierCompanyId IS NOT NULL`,
  `CREATE TABLE offer (
     id INTEGER PRIMARY KEY, action TEXT NOT NULL, stage TEXT NOT NULL, semantics TEXT NOT NULL,
     requestId INTEGER, orderId INTEGER, companyId INTEGER,
     rateMinor INTEGER, rateCurrency TEXT, ratePerKmMinor INTEGER, vat TEXT,
     termEvent TEXT, termDays INTEGER, termBankDays INTEGER, prepayPercent REAL,
     body TEXT, capacityKg REAL, volumeM3 REAL, vehiclePlate TEXT, trailerPlate TEXT, driverName TEXT,
     availableFromAt TEXT, validUntilAt TEXT,
     loadText TEXT, unloadText TEXT, fromPlaceId INTEGER, toPlaceId INTEGER, loadFromAt TEXT,
     source TEXT, declineReason TEXT, round INTEGER, authorId INTEGER, comment TEXT, xmlId TEXT,
     createdAt TEXT NOT NULL, updatedAt TEXT NOT NULL)`,
  `CREATE INDEX offerByLane ON offer (fromPlaceId, toPlaceId)`,
  `CREATE INDEX offerByCompany ON offer (companyId)`,
  `CREATE INDEX offerByRequest ON offer (requestId) WHERE requestId IS NOT NULL`,
  `CREATE INDEX offerByOrder ON offer (orderId) WHERE orderId IS NOT NULL`,
  `CREATE INDEX offerByXmlId ON offer (xmlId) WHERE xmlId IS NOT NULL`,
  `CREATE TABLE carrier (
     id INTEGER PRIMARY KEY, companyId INTEGER, contactId INTEGER, title TEXT NOT NULL,
     state TEXT NOT NULL, pausedUntilOn TEXT,
     body TEXT, capacityKg REAL, volumeM3 REAL,
     homeText TEXT, homePlaceId INTEGER, nowText TEXT, nowPlaceId INTEGER, nowAt TEXT,
     freeText TEXT, freePlaceId INTEGER, freeOn TEXT,
     adr TEXT NOT NULL, adrUntilOn TEXT, vat TEXT, channel TEXT, messageContact TEXT,
     optedOutOn TEXT, security TEXT NOT NULL, securityOn TEXT,
     preferred INTEGER NOT NULL, doNotUse INTEGER NOT NULL, doNotUseReason TEXT, updatedAt TEXT NOT NULL)`,
  `CREATE INDEX carrierByCompany ON carrier (companyId)`,
  `CREATE INDEX carrierByNow ON carrier (nowPlaceId) WHERE nowPlaceId IS NOT NULL`,
  `CREATE INDEX carrierByFree ON carrier (freePlaceId) WHERE freePlaceId IS NOT NULL`,
  `CREATE TABLE direction (
     carrierId INTEGER NOT NULL, position INTEGER NOT NULL, text TEXT NOT NULL,
     fromPlaceId INTEGER, toPlaceId INTEGER, bothWays INTEGER NOT NULL,
     PRIMARY KEY (carrierId, position)) WITHOUT ROWID`,
  `CREATE INDEX directionByLane ON direction (fromPlaceId, toPlaceId)`,
  `CREATE TABLE vehicle (
     carrierId INTEGER NOT NULL, position INTEGER NOT NULL, body TEXT, capacityKg REAL, volumeM3 REAL,
     loading TEXT NOT NULL, plate TEXT, PRIMARY KEY (carrierId, position)) WITHOUT ROWID`,
  // Additive history of a carrier on a lane: sums of exp((at - epoch)/240 days), kept in the transaction of the row.
  `CREATE TABLE carrierLane (
     fromPlaceId INTEGER NOT NULL, toPlaceId INTEGER NOT NULL, companyId INTEGER NOT NULL,
     trips INTEGER NOT NULL, tripSum REAL NOT NULL, lastTripAt TEXT,
     offers INTEGER NOT NULL, offerSum REAL NOT NULL, lastOfferAt TEXT,
     PRIMARY KEY (fromPlaceId, toPlaceId, companyId)) WITHOUT ROWID`,
  `CREATE INDEX carrierLaneByCompany ON carrierLane (companyId)`,
  `CREATE TABLE importPage (entity TEXT PRIMARY KEY, lastId INTEGER NOT NULL, rows INTEGER NOT NULL, total INTEGER, finishedAt TEXT) WITHOUT ROWID`,
  `CREATE TABLE changeHint (entity TEXT NOT NULL, id INTEGER NOT NULL, action TEXT NOT NULL, seenAt TEXT NOT NULL, PRIMARY KEY (entity, id)) WITHOUT ROWID`,
]

export const migration: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(database)
  },
}
