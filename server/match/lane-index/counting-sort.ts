/**
 * Order in which rows are ascending by `keys[0]`, then `keys[1]` and so on: stable counting sorts from the last key to
 * the first. Keys are small whole numbers from 0, each array `length` long.
 */
export function orderByKeys(length: number, keys: readonly Int32Array[]): Int32Array {
  let order = new Int32Array(length)
  for (let at = 0; at < length; at++) order[at] = at
  for (const key of keys.toReversed()) order = stablyOrdered(order, key)
  return order
}

function stablyOrdered(order: Int32Array, key: Int32Array): Int32Array<ArrayBuffer> {
  let most = -1
  let sorted = true
  let previous = -1
  for (const row of order) {
    const value = key[row]!
    if (value > most) most = value
    if (value < previous) sorted = false
    previous = value
  }
  if (sorted) return Int32Array.from(order)
  const next = new Int32Array(most + 2)
  for (const row of order) next[key[row]! + 1]!++
  for (let value = 1; value < next.length; value++) next[value]! += next[value - 1]!
  const ordered = new Int32Array(order.length)
  for (const row of order) ordered[next[key[row]!]!++] = row
  return ordered
}
