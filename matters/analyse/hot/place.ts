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
 * What place and category say beside the words: points decide where both are known, then townships, then the areas
 * named in the text. Apart halves likeness, near raises it by a quarter; another branch of the tree takes a fifth.
 */
export function placeFactor(a: Placed, b: Placed): number {
  const [one, other] = [a.matter, b.matter]
  const branches = one.branch !== null && other.branch !== null && one.branch !== other.branch
  return placeOnly(a, b) * (branches ? 0.8 : 1)
}

function placeOnly(a: Placed, b: Placed): number {
  const distance = metres(a.matter, b.matter)
  if (distance !== null && distance <= nearMetres) return 1.25
  if (distance !== null && distance >= farMetres) return 0.5
  if (distance === null && areTwoTownships(a.matter.division, b.matter.division)) return 0.5
  if (a.areas.length === 0 || b.areas.length === 0) return 1
  return a.areas.some((area) => b.areas.includes(area)) ? 1 : 0.5
}
