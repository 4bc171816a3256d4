import type { Sql } from '#foundation/server/database.ts'
import type { AreaFeature } from '#places/area-file.ts'
import { boundsOf } from '#places/geometry.ts'
import type { Geometry } from '#places/model.ts'
import { importAreas } from '#places/server/import-areas.ts'
import { addDivisions } from '#places/server/import-divisions.ts'
import { above, demoCounty, townships, workers } from './places-names.ts'
import { divide, draw, randomFrom, type Spot, scatter } from './places-shapes.ts'

export const gridScheme = 'CJ/T 213'
const source = '虚构边界 invented outline'
/** Nobody's number: no area code begins with 000. */
const supervisionPhone = '000-660100'

/** The county before it is roughened: convex, kilometres from its middle. */
const plan: readonly Spot[] = [
  [-21, -6],
  [-17, -14],
  [-8, -18.5],
  [3, -17.5],
  [12, -19],
  [20, -11],
  [21.5, -1],
  [18, 9],
  [10, 17],
  [0, 18.5],
  [-10, 16.5],
  [-18, 8],
]

/** Kilometres from the middle to WGS84 degrees, five places (a metre); a degree is 98.6 km by 110.8 km at 27.8° N. */
const toDegrees = ([x, y]: Spot): [number, number] => [
  Number((111.45 + x / 98.6).toFixed(5)),
  Number((27.8 + y / 110.8).toFixed(5)),
]

type Cell = { readonly code: string; readonly name: string; readonly shape: readonly Spot[] }
type GridCell = Cell & { readonly parent: string }

/** Every division and grid of the invented county with its cell on the plan. */
function cutPlan(): { divisions: Cell[]; grids: GridCell[] } {
  const random = randomFrom(demoCounty.number)
  const divisions: Cell[] = [{ code: demoCounty.code, name: demoCounty.name, shape: plan }]
  const grids: GridCell[] = []
  const cells = divide(plan, townships)
  for (const [i, township] of townships.entries()) {
    const stem = `${demoCounty.number}${township.part}`
    const shape = cells[i] ?? []
    divisions.push({ code: `${stem}000`, name: township.name, shape })
    const villages = scatter(shape, township.villages.length, random)
    for (const [j, [part, name]] of township.villages.entries()) {
      const village = { code: `${stem}${part}`, name, shape: villages[j] ?? [] }
      divisions.push(village)
      for (const [k, cell] of scatter(village.shape, township.gridsInVillage, random).entries()) {
        const code = `${village.code}${String(k + 1).padStart(2, '0')}`
        grids.push({ code, name: `${name}第${k + 1}网格`, shape: cell, parent: village.code })
      }
    }
  }
  return { divisions, grids }
}

function featureOf(number: number, cell: Cell, ring: [number, number][]): AreaFeature {
  const geometry: Geometry = { type: 'Polygon', coordinates: [ring] }
  return {
    number,
    code: cell.code,
    name: cell.name,
    parent: null,
    worker: null,
    workerPhone: null,
    supervisionPhone: null,
    geometry,
    bounds: boundsOf(geometry),
  }
}

/** Outlines of the invented county, its townships, villages and grids, as an import file would give them. */
export function drawDemoPlaces(): { divisions: AreaFeature[]; grids: AreaFeature[] } {
  const { divisions, grids } = cutPlan()
  const rings = draw(
    [...divisions, ...grids].map(({ shape }) => shape),
    toDegrees,
  )
  return {
    divisions: divisions.map((cell, i) => featureOf(i + 1, cell, rings[i] ?? [])),
    grids: grids.map((cell, i) => ({
      ...featureOf(i + 1, cell, rings[divisions.length + i] ?? []),
      parent: cell.parent,
      worker: workers[i] ?? null,
      workerPhone: `000-6601${String(i + 1).padStart(2, '0')}`,
      supervisionPhone,
    })),
  }
}

/**
 * Loads the places of the invented county 禾安县 into a transaction of `county`, whose row must be there already with
 * the code 990101000000. Loading again changes nothing.
 */
export async function loadDemoPlaces(sql: Sql, county: number, now: Date): Promise<void> {
  const { divisions, grids } = drawDemoPlaces()
  const below = divisions.map(({ code, name }) => ({ code, name: name ?? code }))
  await addDivisions(sql, [...above.slice(0, -1), ...below])
  const options = {
    county,
    scheme: gridScheme,
    datum: 'WGS84',
    source,
    now,
    dryRun: false,
  } as const
  const files = [
    { kind: 'division', features: divisions },
    { kind: 'grid', features: grids },
  ] as const
  for (const { kind, features } of files) {
    const done = await importAreas(
      sql,
      { features, problems: [], datum: 'WGS84' },
      { ...options, kind },
    )
    if (done.problems.length > 0) throw new Error(`demo outline: ${done.problems[0]?.refusal.key}`)
  }
}
