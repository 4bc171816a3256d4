import type { InputOf, OutputOf } from '#foundation/contract.ts'
import { Refused, refuse } from '#foundation/refusal.ts'
import type { Sql } from '#foundation/server/database.ts'
import { type Day, isDay } from '#foundation/time.ts'
import { dayAt } from '#foundation/time-zone.ts'
import type { listDivisions, listGrids, locatePoint, showOutline } from '../contract.ts'
import { type Division, levels } from '../model.ts'
import { pathIn, registerCode, versionOn } from '../rules.ts'
import { locate, told } from './locate.ts'
import {
  type CountyRow,
  childrenOn,
  codesAtAndBelow,
  findCounty,
  lineAbove,
  lineAfter,
  namesBelowCode,
  searchNames,
} from './store.ts'
import { divisionAreasOn, gridsOn } from './store-areas.ts'

/** What these queries need of a moment; the house's `Moment` has it, but people stand a floor above. */
export type PlaceMoment = { readonly now: Date; readonly sql: Sql }

const mostFound = 100

async function countyOf(sql: Sql, county: number): Promise<CountyRow> {
  const found = await findCounty(sql, county)
  if (!found) throw new Refused(refuse('places.countyUnknown', 'missing', { field: 'county' }))
  return { ...found, code: registerCode(found.code) }
}

function dayAsked(on: string | undefined, county: CountyRow, now: Date): Day {
  if (on === undefined) return dayAt(now, county.timeZone)
  if (!isDay(on) || on < '1900-01-01' || on > '2200-12-31') {
    throw new Refused(refuse('places.dayUnknown', 'invalid', { field: 'on' }))
  }
  return on
}

export async function answerDivisions(
  input: InputOf<typeof listDivisions>,
  { sql, now }: PlaceMoment,
): Promise<OutputOf<typeof listDivisions>> {
  const county = await countyOf(sql, input.county)
  const day = dayAsked(input.on, county, now)
  const parent = input.parent === undefined ? county.code : registerCode(input.parent)
  if (parent !== county.code) {
    const line = pathIn(await lineAbove(sql, [parent]), parent, day)
    if (!line.some(({ code }) => code === county.code)) {
      throw new Refused(refuse('places.divisionUnknown', 'missing', { field: 'parent' }))
    }
  }
  const words = input.name?.trim()
  const divisions = words
    ? await searchNames(sql, parent, day, words, levels, mostFound)
    : await childrenOn(sql, parent, day)
  return { divisions }
}

export async function answerGrids(
  input: InputOf<typeof listGrids>,
  { sql, now }: PlaceMoment,
): Promise<OutputOf<typeof listGrids>> {
  const county = await countyOf(sql, input.county)
  const day = dayAsked(input.on, county, now)
  const within = input.division === undefined ? null : await codesAtAndBelow(sql, input.division)
  return { grids: (await gridsOn(sql, input.county, day, within)).map(told) }
}

export async function answerLocate(
  input: InputOf<typeof locatePoint>,
  { sql, now }: PlaceMoment,
): Promise<OutputOf<typeof locatePoint>> {
  const county = await countyOf(sql, input.county)
  const { lon, lat, datum = 'WGS84' } = input
  return locate(sql, input.county, { lon, lat, datum }, dayAsked(input.on, county, now))
}

export async function answerOutline(
  input: InputOf<typeof showOutline>,
  { sql, now }: PlaceMoment,
): Promise<OutputOf<typeof showOutline>> {
  const county = await countyOf(sql, input.county)
  const day = dayAsked(input.on, county, now)
  const townships = await childrenOn(sql, county.code, day)
  const itself = versionOn(
    (await lineAbove(sql, [county.code])).filter(({ code }) => code === county.code),
    day,
  )
  const divisions = itself ? [itself, ...townships] : townships
  const codes = divisions.map(({ code }) => code)
  const areas = await divisionAreasOn(sql, input.county, codes, day)
  const features = divisions.flatMap((division) => {
    const area = areas.find(({ code }) => code === division.code)
    if (!area) return []
    const { datum, source, geometry } = area
    const { code, name, level } = division
    return [
      { type: 'Feature' as const, id: code, properties: { name, level, datum, source }, geometry },
    ]
  })
  return { type: 'FeatureCollection', features }
}

/**
 * The divisions each code lies in on a day, from the province down to itself, placeholder levels left out: 省 市 县 乡 村.
 * A code that does not hold that day has an empty path.
 */
export async function pathsOf(
  sql: Sql,
  codes: readonly string[],
  day: Day,
): Promise<Map<string, Division[]>> {
  const versions = await lineAbove(sql, [...new Set(codes)])
  return new Map(codes.map((code) => [code, pathIn(versions, code, day)]))
}

/** Every version of a code and of what followed it, for `becameOf`. */
export const successionOf = (sql: Sql, code: string): Promise<Division[]> => lineAfter(sql, code)

/** A division and everything in it, for lists of a place; codes of any day. */
export const codesBelow = (sql: Sql, code: string): Promise<string[]> => codesAtAndBelow(sql, code)

/**
 * How each division of a county is named within it, by code: "青石镇" and "青石镇柳河社区". A county as it stands in lists
 * needs no province before every row.
 */
export async function namesWithin(sql: Sql, county: number): Promise<Map<string, string>> {
  const { code: root } = await countyOf(sql, county)
  const below = new Map((await namesBelowCode(sql, root)).map((row) => [row.code, row]))
  const nameOf = (code: string): string => {
    const row = below.get(code)
    return row ? nameOf(row.parent) + row.name : ''
  }
  return new Map([...below.keys()].map((code) => [code, nameOf(code)]))
}
