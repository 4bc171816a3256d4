import type { HotMatter } from './hot-matter.ts'

type Placed = { readonly matter: HotMatter; readonly areas: readonly string[] }

/** Points nearer than this are one place (fixmystreet asks about 250 m). */
const nearMetres = 250
/** Further apart than this, two points are two places, whatever they are called. */
const farMetres = 3000
const metresOfDegree = 111_195

function metres(a: HotMatter, b: HotMatter): number | null {
  if (a.lon === null || a.lat === null || b.lon === null || b.lat === null) return null
  const x = (b.lon - a.lon) * Math.cos(((a.lat + b.lat) * Math.PI) / 360)
  return Math.hypot(x, b.lat - a.lat) * metresOfDegree
}

/** Codes of two townships; a matter filed under the county or higher says nothing. */
function areTwoTownships(a: string | null, b: string | null): boolean {
  if (a === null || b === null || a.length < 9 || b.length < 9) return false
  const [one, other] = [a.slice(0, 9), b.slice(0, 9)]
  return !one.endsWith('000') && !other.endsWith('000') && one !== other
}

/**
 * What place and category say beside the words, as a factor of likeness: points decide where both are known, then
 * townships, then the areas named in the text. Near raises it by a quarter; apart halves it, and undoes it where both
 * name places or bodies and not one the same. Another branch of the tree takes a fifth.
 * @param sharesName null where one of the two names nothing
 */
export function placeFactor(a: Placed, b: Placed, sharesName: boolean | null = null): number {
  const [one, other] = [a.matter, b.matter]
  const branches = one.branch !== null && other.branch !== null && one.branch !== other.branch
  const where = whereAbouts(a, b)
  const apart = sharesName === false ? 0 : 0.5
  return (where === 'near' ? 1.25 : where === 'apart' ? apart : 1) * (branches ? 0.8 : 1)
}

function whereAbouts(a: Placed, b: Placed): 'near' | 'apart' | 'unknown' {
  const distance = metres(a.matter, b.matter)
  if (distance !== null && distance <= nearMetres) return 'near'
  if (distance !== null && distance >= farMetres) return 'apart'
  if (distance === null && areTwoTownships(a.matter.division, b.matter.division)) return 'apart'
  if (a.areas.length === 0 || b.areas.length === 0) return 'unknown'
  return a.areas.some((area) => b.areas.includes(area)) ? 'unknown' : 'apart'
}
