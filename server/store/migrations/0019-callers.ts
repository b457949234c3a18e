import { sql, type Kysely, type Migration } from 'kysely'

/** What the Carrier form looks up while the telephone rings, and what was typed in it before it was sent. */
const DIGITS = ['+', ' ', '-', '(', ')', '\u00a0', '.'].reduce(
  (text, sign) => `replace(${text}, '${sign}', '')`,
  'value',
)

const statements = [
  // Numbers are written in any form; 8 and +7 are one code. Ten digits tell a number apart.
  `ALTER TABLE phone ADD COLUMN lastDigits TEXT GENERATED ALWAYS AS (substr(${DIGITS}, -10)) VIRTUAL`,
  `CREATE INDEX phoneByDigits ON phone (lastDigits, ownerKind, ownerId)`,
  `CREATE INDEX contactByCompany ON contact (companyId) WHERE companyId IS NOT NULL`,
  `CREATE INDEX openRequest ON load (id) WHERE kind = 'request' AND semantics = 'P'`,
  // Ours alone: phone is the caller's number of a call nobody is known by. One draft a person and a place.
  `CREATE TABLE captureDraft (
     userId INTEGER NOT NULL, place TEXT NOT NULL, body TEXT, phone TEXT, at TEXT NOT NULL,
     PRIMARY KEY (userId, place)) WITHOUT ROWID`,
]

export const migration: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(database)
  },
}
