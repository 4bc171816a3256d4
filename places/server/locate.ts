import type { Sql } from '#foundation/server/database.ts'
import type { Day } from '#foundation/time.ts'
import { areComparable, isWithinBounds, positionIn } from '../geometry.ts'
import type { AreaKind, Division, Grid, Located, Named, Point } from '../model.ts'
import { isValidOn, pathIn } from '../rules.ts'
import { lineAbove } from './store.ts'
import { type AreaRow, areasOf, editionOf, type GridRow, gridsOf } from './store-areas.ts'

/** A county's outlines in memory, as they were at one edition. */
type CountyPlan = {
  readonly edition: string
  readonly areas: readonly AreaRow[]
  readonly grids: readonly GridRow[]
}

/** Some hundred counties of some megabytes each would be too much; the one unused longest goes first. */
const mostPlans = 50
const plans = new Map<number, CountyPlan>()

/**
 * Polygons are read once and again whenever the county's edition is another. Editions are ids nobody else has, so a
 * plan read inside a transaction that is rolled back can never be taken for a later one.
 */
async function planOf(sql: Sql, county: number): Promise<CountyPlan | null> {
  const edition = await editionOf(sql, county)
  if (edition === null) return null
  const kept = plans.get(county)
  const plan =
    kept?.edition === edition
      ? kept
      : { edition, areas: await areasOf(sql, county), grids: await gridsOf(sql, county) }
  plans.delete(county)
  plans.set(county, plan)
  if (plans.size > mostPlans) {
    for (const oldest of plans.keys()) {
      plans.delete(oldest)
      break
    }
  }
  return plan
}

/** Codes of the outlines around a point: first those it lies inside, then those on whose border it lies. */
function around(plan: CountyPlan, kind: AreaKind, point: Point, day: Day): AreaRow[] {
  const inside: AreaRow[] = []
  const border: AreaRow[] = []
  for (const area of plan.areas) {
    if (area.kind !== kind || !isWithinBounds(area, point)) continue
    if (!isValidOn(area, day) || !areComparable(area.datum, point.datum)) continue
    const position = positionIn(area.geometry, point)
    if (position === 'inside') inside.push(area)
    else if (position === 'border') border.push(area)
  }
  return [...inside, ...border]
}

/**
 * Finds the division and grid at a point by the county's polygons of that day. A point on a border belongs to the
 * neighbour with the lower code, the same each time. A point of another datum than the outlines finds nothing: it is
 * not converted (domain.md 8.6). `sql` must be a transaction of the county.
 */
export async function locate(sql: Sql, county: number, point: Point, day: Day): Promise<Located> {
  const plan = await planOf(sql, county)
  if (!plan) return {}
  const outlines = around(plan, 'division', point, day)
  const grids = around(plan, 'grid', point, day).flatMap(
    (area) =>
      plan.grids.find(
        (grid) => grid.scheme === area.scheme && grid.code === area.code && isValidOn(grid, day),
      ) ?? [],
  )
  if (outlines.length + grids.length === 0) return {}
  const homes = [...outlines.map(({ code }) => code), ...grids.map((grid) => grid.parentDivision)]
  const versions = await lineAbove(
    sql,
    homes.filter((code) => code !== null),
  )
  // Each outline, and each grid's division, tells a whole line; the longest tells most. Ties keep their order.
  const lines = homes.map((code) => pathIn(versions, code, day)).sort((a, b) => b.length - a.length)
  return describe(lines[0] ?? [], grids)
}

function describe(line: readonly Division[], grids: readonly GridRow[]): Located {
  const division = line.at(-1)
  const village = line.find(({ level }) => level === 'village')
  const township = line.find(({ level }) => level === 'township')
  // On a border two grids touch the point: the one of the division already chosen.
  const grid = grids.find(({ parentDivision }) => parentDivision === division?.code) ?? grids[0]
  return {
    ...(division && { division: named(division) }),
    ...(township && { township: named(township) }),
    ...(village && { village: named(village) }),
    ...(grid && { grid: told(grid) }),
  }
}

const named = ({ code, name }: Division): Named => ({ code, name })

/** What everybody may know of a grid. */
export const told = (grid: GridRow): Grid => ({
  scheme: grid.scheme,
  code: grid.code,
  name: grid.name,
  parentDivision: grid.parentDivision,
  worker: grid.worker,
  workerPhone: grid.workerPhone,
  supervisionPhone: grid.supervisionPhone,
})
