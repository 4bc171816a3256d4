import type { Sql } from '#foundation/server/database.ts'
import { showOutline } from '#places/contract.ts'
import { answerDivisions } from '#places/server/queries.ts'
import type { PlaceGroup } from '../../../portal/parts/PlaceFields.tsx'
import type { Portal, Visit } from '../page.ts'
import { drawCounty } from './county-map.ts'

/** Places change rarely; a list of one county is a few hundred names. */
const freshMilliseconds = 60_000
const known = new Map<number, { at: number; groups: PlaceGroup[]; names: Map<string, string> }>()

export type PlaceBook = {
  readonly groups: readonly PlaceGroup[]
  readonly names: ReadonlyMap<string, string>
}

/** Townships with their villages and communities, for the lists of forms, and the name of each code. */
export async function placesOf(sql: Sql, county: number, now: Date): Promise<PlaceBook> {
  const kept = known.get(county)
  if (kept && Math.abs(now.getTime() - kept.at) < freshMilliseconds) return kept
  const { divisions: townships } = await answerDivisions({ county }, { sql, now })
  const names = new Map<string, string>()
  const groups: PlaceGroup[] = []
  for (const township of townships) {
    names.set(township.code, township.name)
    const { divisions: villages } = await answerDivisions(
      { county, parent: township.code },
      { sql, now },
    )
    for (const village of villages) names.set(village.code, `${township.name} ${village.name}`)
    groups.push({
      group: township.name,
      options: [township, ...villages].map(({ code, name }) => ({ value: code, label: name })),
    })
  }
  const read = { at: now.getTime(), groups, names }
  known.set(county, read)
  return read
}

/** Names of places stand in Chinese in both languages: they are names. */
export const placeName = (book: PlaceBook, code: string | null): string =>
  code ? (book.names.get(code) ?? code) : ''

type DrawnCounty = ReturnType<typeof drawCounty>
const drawn = new Map<number, { at: number; map: DrawnCounty }>()

/** The county's outline as it is drawn on pages; null where it has none. */
export async function mapOf(portal: Portal, { county, asked }: Visit): Promise<DrawnCounty> {
  const kept = drawn.get(county.county)
  if (kept && Math.abs(asked.now.getTime() - kept.at) < freshMilliseconds) return kept.map
  const map = drawCounty(await portal.ask(showOutline, { county: county.county }, asked))
  drawn.set(county.county, { at: asked.now.getTime(), map })
  return map
}
