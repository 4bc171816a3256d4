import { type Refusal, Refused, refuse } from '#foundation/refusal.ts'
import type { Sql } from '#foundation/server/database.ts'
import { newId } from '#foundation/server/new-id.ts'
import { dayAt } from '#foundation/time-zone.ts'
import { type AreaFeature, type AreaFile, type FeatureProblem, readAreaFile } from '../area-file.ts'
import type { AreaKind, Datum } from '../model.ts'
import { divisionOfGrid, registerCode, sinceUnknown, statisticalScheme } from '../rules.ts'
import { findCounty, lineAbove } from './store.ts'
import {
  addArea,
  correctArea,
  endArea,
  findOpenArea,
  type NewArea,
  putGrid,
  renewEdition,
} from './store-areas.ts'

/** 64 MiB: a county's survey fits twenty times over. */
export const mostBytes = 64 * 1024 * 1024

/** Turns a file's bytes into outlines. @throws Refused when it is no UTF-8, no JSON or no FeatureCollection */
export function parseAreaFile(bytes: Uint8Array): AreaFile {
  if (bytes.length > mostBytes) {
    throw new Refused(refuse('places.fileTooLarge', 'too-large', { field: 'file' }))
  }
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Refused(refuse('places.fileNotUtf8', 'invalid', { field: 'file' }))
  }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new Refused(refuse('places.fileNotJson', 'invalid', { field: 'file' }))
  }
  const file = readAreaFile(value)
  if ('refusal' in file) throw new Refused(file.refusal)
  return file
}

export type AreaImportOptions = {
  readonly county: number
  readonly kind: AreaKind
  /** Name of the grids' code scheme; division outlines are always those of the register. */
  readonly scheme: string
  /** Null: what the file says, else WGS84, which RFC 7946 prescribes. */
  readonly datum: Datum | null
  /** Where the outlines come from, in words for the map's corner. */
  readonly source: string
  /** Changed outlines hold from its day in the county. */
  readonly now: Date
  /** Looks and lists, writes nothing. */
  readonly dryRun: boolean
}

export type AreaImport = {
  readonly datum: Datum
  added: number
  redrawn: number
  unchanged: number
  /** Outlines of divisions that lie in other counties. */
  elsewhere: number
  problems: FeatureProblem[]
}

/**
 * Takes a file's outlines into a county, in one transaction of that county. Features with problems are left out and
 * listed. A second import of the same file changes nothing; another geometry ends the old outline on the day.
 */
export async function importAreas(
  sql: Sql,
  file: AreaFile,
  options: AreaImportOptions,
): Promise<AreaImport> {
  const county = await findCounty(sql, options.county)
  if (!county) throw new Refused(refuse('places.countyUnknown', 'missing', { field: 'county' }))
  const datum = datumToUse(file, options)
  const day = dayAt(options.now, county.timeZone)
  // The row's lock makes two imports of one county wait for each other.
  if (!options.dryRun) await renewEdition(sql, options.county, newId(options.now))
  const register = await registerOf(sql, file, options, registerCode(county.code))
  const done: AreaImport = {
    datum,
    added: 0,
    redrawn: 0,
    unchanged: 0,
    elsewhere: 0,
    problems: [...file.problems],
  }
  for (const feature of file.features) {
    const code = options.kind === 'division' ? registerCode(feature.code) : feature.code
    const parent = options.kind === 'grid' ? parentOf(feature, options.scheme) : null
    const home = options.kind === 'division' ? code : parent
    const where = home === null ? 'here' : register(home)
    if (where === 'elsewhere') done.elsewhere++
    else if (where === 'unknown') {
      done.problems.push({ number: feature.number, code, refusal: unknownDivision(home ?? code) })
    } else {
      if (options.kind === 'grid' && !options.dryRun) {
        const grid = { ...feature, code, scheme: options.scheme, parentDivision: parent }
        await putGrid(sql, options.county, grid, sinceUnknown)
      }
      done[await putArea(sql, { ...feature, code }, { ...options, datum, day })]++
    }
  }
  done.problems.sort((a, b) => a.number - b.number)
  return done
}

const unknownDivision = (code: string): Refusal =>
  refuse('places.divisionNotInRegister', 'invalid', { values: { code } })

const parentOf = (feature: AreaFeature, scheme: string) =>
  feature.parent === null ? divisionOfGrid(scheme, feature.code) : registerCode(feature.parent)

/** @throws Refused when the file names another datum than the person who imports it */
function datumToUse(file: AreaFile, options: AreaImportOptions): Datum {
  if (options.datum && file.datum && options.datum !== file.datum) {
    const values = { file: file.datum, told: options.datum }
    throw new Refused(refuse('places.datumContradicts', 'invalid', { field: 'datum', values }))
  }
  return options.datum ?? file.datum ?? 'WGS84'
}

/** Reads once what the register knows of the file's codes; answers whether a code lies in the county. */
async function registerOf(
  sql: Sql,
  file: AreaFile,
  { kind, scheme }: AreaImportOptions,
  county: string,
): Promise<(code: string) => 'here' | 'elsewhere' | 'unknown'> {
  const wanted = file.features.map((feature) =>
    kind === 'division' ? registerCode(feature.code) : parentOf(feature, scheme),
  )
  const codes = [...new Set(wanted)].filter((code) => code !== null)
  const parents = new Map<string, Set<string>>()
  for (const version of await lineAbove(sql, codes)) {
    const known = parents.get(version.code) ?? new Set()
    parents.set(version.code, version.parent === null ? known : known.add(version.parent))
  }
  const isBelow = (code: string): boolean =>
    code === county || [...(parents.get(code) ?? [])].some(isBelow)
  return (code) => {
    if (!parents.has(code)) return 'unknown'
    return isBelow(code) ? 'here' : 'elsewhere'
  }
}

async function putArea(
  sql: Sql,
  feature: AreaFeature,
  options: AreaImportOptions & { readonly datum: Datum; readonly day: string },
): Promise<'added' | 'redrawn' | 'unchanged'> {
  const { county, kind, datum, day, dryRun } = options
  const scheme = kind === 'division' ? statisticalScheme.name : options.scheme
  const area: NewArea = {
    ...feature.bounds,
    id: newId(options.now),
    kind,
    scheme,
    code: feature.code,
    validFrom: sinceUnknown,
    geometry: feature.geometry,
    datum,
    source: options.source,
  }
  const open = await findOpenArea(sql, county, area)
  if (open?.sameGeometry && open.datum === datum) return 'unchanged'
  if (dryRun) return open ? 'redrawn' : 'added'
  if (open && open.validFrom >= day) await correctArea(sql, county, open.id, area)
  else {
    if (open) await endArea(sql, county, open.id, day)
    await addArea(sql, county, { ...area, validFrom: open ? day : sinceUnknown })
  }
  return open ? 'redrawn' : 'added'
}
