import type { OfferSearch } from './offer-search.ts'

/** The statement of a whole search for a connection of its own, newest first, with the names an export shows. */
export function offerRowsSql(search: OfferSearch): { text: string; values: (string | number)[] } {
  const conditions: string[] = []
  const values: (string | number)[] = []
  const add = (condition: string, ...bound: (string | number)[]) => {
    conditions.push(condition)
    values.push(...bound)
  }
  if (search.id !== undefined) add('offer.id = ?', search.id)
  if (search.fromPlaceId !== undefined) add('fromPlaceId = ?', search.fromPlaceId)
  if (search.toPlaceId !== undefined) add('toPlaceId = ?', search.toPlaceId)
  if (search.since !== undefined) add('offer.createdAt >= ?', search.since)
  if (search.before !== undefined) add('offer.createdAt < ?', search.before)
  if (search.body !== undefined) add('body = ?', search.body)
  if (search.companyIds !== undefined)
    add('offer.companyId IN (SELECT value FROM json_each(?))', JSON.stringify(search.companyIds))
  if (search.authorId !== undefined) add('authorId = ?', search.authorId)
  if (search.standings !== undefined) {
    const any = search.standings.map(({ stage, lapsed }) => {
      values.push(stage)
      if (lapsed === null) return 'stage = ?'
      values.push(search.now)
      return lapsed ? '(stage = ? AND validUntilAt < ?)' : '(stage = ? AND (validUntilAt IS NULL OR validUntilAt >= ?))'
    })
    conditions.push(`(${any.join(' OR ')})`)
  }
  const where = conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : ''
  return {
    text: `SELECT offer.*, company.title AS companyTitle, trim(user.name || ' ' || user.lastName) AS authorName
      FROM offer LEFT JOIN company ON company.id = offer.companyId LEFT JOIN user ON user.id = offer.authorId
      ${where} ORDER BY offer.createdAt DESC, offer.id DESC`,
    values,
  }
}
