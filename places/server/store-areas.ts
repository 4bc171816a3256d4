import type { Sql } from '#foundation/server/database.ts'
import { planned, prepared } from '#foundation/server/statement.ts'
import type { AreaKind, Bounds, Datum, Geometry, Grid } from '../model.ts'

/** An outline as stored: one version of one division or grid. */
export type AreaRow = Bounds & {
  id: string
  kind: AreaKind
  scheme: string
  code: string
  validFrom: string
  validTo: string | null
  geometry: Geometry
  datum: Datum
  source: string
}

const areaColumns = `a.id, a.kind, a.scheme, a.code, a.valid_from as "validFrom", a.valid_to as "validTo",
  a.min_lon as "minLon", a.min_lat as "minLat", a.max_lon as "maxLon", a.max_lat as "maxLat",
  a.geometry, a.datum, a.source`

const readAreas = prepared(
  'places.read-areas',
  `select ${areaColumns} from areas a where a.county = $1 order by a.kind, a.scheme, a.code, a.valid_from`,
)
const readDivisionAreas = prepared(
  'places.read-division-areas',
  `select ${areaColumns} from areas a where a.county = $1 and a.kind = 'division' and a.code = any ($2)
     and a.valid_from <= $3::date and (a.valid_to is null or a.valid_to > $3::date) order by a.code`,
)
const readOpenArea = prepared(
  'places.read-open-area',
  `select a.id, a.valid_from as "validFrom", a.datum, a.geometry = $5::jsonb as "sameGeometry" from areas a
   where a.county = $1 and a.kind = $2 and a.scheme = $3 and a.code = $4 and a.valid_to is null`,
)
const insertArea = prepared(
  'places.insert-area',
  `insert into areas (county, id, kind, scheme, code, valid_from, min_lon, min_lat, max_lon, max_lat, geometry, datum,
     source)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
)
const redrawArea = prepared(
  'places.redraw-area',
  `update areas set min_lon = $3, min_lat = $4, max_lon = $5, max_lat = $6, geometry = $7, datum = $8, source = $9
   where county = $1 and id = $2`,
)
const closeArea = prepared(
  'places.close-area',
  'update areas set valid_to = $3 where county = $1 and id = $2',
)

/** Every outline of a county, of all days. */
export const areasOf = (sql: Sql, county: number) => sql.many<AreaRow>(readAreas, [county])

/** Outlines of these divisions on a day. */
export const divisionAreasOn = (sql: Sql, county: number, codes: readonly string[], day: string) =>
  sql.many<AreaRow>(readDivisionAreas, [county, codes, day])

export type OpenArea = { id: string; validFrom: string; datum: Datum; sameGeometry: boolean }

/** The outline that holds without end, compared with a new one. */
export const findOpenArea = (
  sql: Sql,
  county: number,
  area: Pick<AreaRow, 'kind' | 'scheme' | 'code' | 'geometry'>,
) =>
  sql.maybe<OpenArea>(readOpenArea, [
    county,
    area.kind,
    area.scheme,
    area.code,
    JSON.stringify(area.geometry),
  ])

export type NewArea = Omit<AreaRow, 'validTo'>

const drawn = (area: Omit<NewArea, 'validFrom' | 'id'>) => [
  area.minLon,
  area.minLat,
  area.maxLon,
  area.maxLat,
  JSON.stringify(area.geometry),
  area.datum,
  area.source,
]

export const addArea = (sql: Sql, county: number, area: NewArea) =>
  sql.run(insertArea, [
    county,
    area.id,
    area.kind,
    area.scheme,
    area.code,
    area.validFrom,
    ...drawn(area),
  ])

/** Draws an outline anew in place: for a correction within the day it began. */
export const correctArea = (sql: Sql, county: number, id: string, area: NewArea) =>
  sql.run(redrawArea, [county, id, ...drawn(area)])

export const endArea = (sql: Sql, county: number, id: string, day: string) =>
  sql.run(closeArea, [county, id, day])

const gridColumns = `g.scheme, g.code, g.valid_from as "validFrom", g.valid_to as "validTo", g.name,
  g.parent_division as "parentDivision", g.worker, g.worker_phone as "workerPhone",
  g.supervision_phone as "supervisionPhone"`

const readGrids = prepared(
  'places.read-grids',
  `select ${gridColumns} from grids g where g.county = $1 order by g.scheme, g.code, g.valid_from`,
)
const listGrids = planned(
  `select ${gridColumns} from grids g where g.county = $1
     and g.valid_from <= $2::date and (g.valid_to is null or g.valid_to > $2::date)
     and ($3::text[] is null or g.parent_division = any ($3)) order by g.scheme, g.code`,
)
const upsertGrid = prepared(
  'places.upsert-grid',
  `with kept as (
     update grids g set name = coalesce($5, g.name), parent_division = coalesce($6, g.parent_division),
       worker = coalesce($7, g.worker), worker_phone = coalesce($8, g.worker_phone),
       supervision_phone = coalesce($9, g.supervision_phone)
     where g.county = $1 and g.scheme = $2 and g.code = $3 and g.valid_to is null
     returning 1)
   insert into grids (county, scheme, code, valid_from, name, parent_division, worker, worker_phone, supervision_phone)
   select $1, $2, $3, $4, coalesce($5, $3), $6, $7, $8, $9 where not exists (select 1 from kept)`,
)

export type GridRow = Grid & { validFrom: string; validTo: string | null }

export const gridsOf = (sql: Sql, county: number) => sql.many<GridRow>(readGrids, [county])

/** Grids on a day, all or those of some divisions. */
export const gridsOn = (
  sql: Sql,
  county: number,
  day: string,
  divisions: readonly string[] | null,
) => sql.many<GridRow>(listGrids, [county, day, divisions])

/** What a file says of a grid; a grid without a name goes by its code. */
export type ListedGrid = Omit<Grid, 'name'> & { name: string | null }

/** Adds a grid, or completes the one that holds: what the new row leaves out stays as it was. */
export const putGrid = (sql: Sql, county: number, grid: ListedGrid, validFrom: string) =>
  sql.run(upsertGrid, [
    county,
    grid.scheme,
    grid.code,
    validFrom,
    grid.name,
    grid.parentDivision,
    grid.worker,
    grid.workerPhone,
    grid.supervisionPhone,
  ])

const readEdition = prepared(
  'places.read-edition',
  'select edition from area_editions where county = $1',
)
const putEdition = prepared(
  'places.put-edition',
  `insert into area_editions (county, edition) values ($1, $2)
   on conflict (county) do update set edition = excluded.edition`,
)

/** Changes with every change of a county's areas or grids; null before the first. */
export const editionOf = async (sql: Sql, county: number): Promise<string | null> =>
  (await sql.maybe<{ edition: string }>(readEdition, [county]))?.edition ?? null

export const renewEdition = (sql: Sql, county: number, edition: string) =>
  sql.run(putEdition, [county, edition])
