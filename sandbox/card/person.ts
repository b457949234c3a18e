/** A colleague as the portal's pages show him. */
export interface Person {
  id: number
  /** Имя Фамилия. */
  name: string
  position: string
  departmentIds: number[]
  isAdmin: boolean
  active: boolean
}

/** Up to two letters for a round avatar. */
export function initials(name: string): string {
  const letters = name
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => [...word][0] ?? '')
  return letters.slice(0, 2).join('').toUpperCase() || '?'
}

/** A colour of one's own, degrees on the wheel; spread so that neighbours by id differ. */
export function hueOf(id: number): number {
  return (id * 137) % 360
}
