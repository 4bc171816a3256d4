import { type Static, Type } from 'typebox'

/** Closed words of places 地点. Chinese terms: GLOSSARY.md; codes: domain.md 8.1 and 8.4. */
export const levels = ['province', 'prefecture', 'county', 'township', 'village'] as const
export type Level = (typeof levels)[number]

/**
 * What the statistical code says a division is (domain.md 8.1). Statistical, not legal: a row `villagers` is a
 * statistical unit and no proof that the committee exists (trap 22). `placeholder` rows (市辖区, 省直辖县级行政区划)
 * only fill a level and are not named to people; `virtual` rows are counting units without land.
 */
export const divisionKinds = [
  'placeholder',
  'street',
  'town',
  'rural',
  'quasiTownship',
  'residents',
  'villagers',
  'quasiResidents',
  'quasiVillagers',
  'virtual',
] as const
export type DivisionKind = (typeof divisionKinds)[number]

/** Reference systems a coordinate may have been collected in. Kept as collected (domain.md 8.6). */
export const datums = ['WGS84', 'GCJ02', 'CGCS2000'] as const
export type Datum = (typeof datums)[number]

export const areaKinds = ['division', 'grid'] as const
export type AreaKind = (typeof areaKinds)[number]

const words = <const T extends readonly string[]>(values: T) =>
  Type.Unsafe<T[number]>(Type.String({ enum: [...values] }))

export const LevelWord = words(levels)
export const DatumWord = words(datums)

const Day = Type.String({ format: 'date', description: 'A day, YYYY-MM-DD.' })
export const DivisionCode = Type.String({
  minLength: 1,
  maxLength: 40,
  description: 'Code as text: 12 digits in the statistical scheme, other lengths in others.',
})

/** One version of a division 行政区划: the code with its name between two days. */
export const Division = Type.Object({
  code: DivisionCode,
  name: Type.String(),
  level: LevelWord,
  kind: Type.Union([words(divisionKinds), Type.Null()]),
  parent: Type.Union([DivisionCode, Type.Null()]),
  validFrom: Type.String({
    format: 'date',
    description: 'First day; 1900-01-01 where the source names none.',
  }),
  validTo: Type.Union([Day, Type.Null()], {
    description: 'First day it no longer holds; null while it holds.',
  }),
  successors: Type.Array(DivisionCode, { description: 'Codes that replaced it on validTo.' }),
})
export type Division = Static<typeof Division>

/** A grid 网格 and the people the public may turn to there. */
export const Grid = Type.Object({
  scheme: Type.String({ description: 'Name of the code scheme, e.g. CJ/T 213.' }),
  code: DivisionCode,
  name: Type.String(),
  parentDivision: Type.Union([DivisionCode, Type.Null()]),
  worker: Type.Union([Type.String(), Type.Null()], { description: 'Name the public is given.' }),
  workerPhone: Type.Union([Type.String(), Type.Null()], { description: 'Duty number.' }),
  supervisionPhone: Type.Union([Type.String(), Type.Null()]),
})
export type Grid = Static<typeof Grid>

/** A point in degrees of its datum. */
export type Point = { readonly lon: number; readonly lat: number; readonly datum: Datum }

const Position = Type.Tuple([Type.Number(), Type.Number()], {
  description: 'Longitude, latitude in degrees.',
})
const Rings = Type.Array(Type.Array(Position))

/** GeoJSON Polygon or MultiPolygon (RFC 7946 §3.1.6–7). */
export const Geometry = Type.Union([
  Type.Object({ type: Type.Literal('Polygon'), coordinates: Rings }),
  Type.Object({ type: Type.Literal('MultiPolygon'), coordinates: Type.Array(Rings) }),
])
export type Geometry = Static<typeof Geometry>

/** Smallest upright rectangle around a shape, degrees. */
export type Bounds = {
  readonly minLon: number
  readonly minLat: number
  readonly maxLon: number
  readonly maxLat: number
}

const Named = Type.Object({ code: DivisionCode, name: Type.String() })
export type Named = Static<typeof Named>

/** What stands at a point. Nothing is guessed: a part that no outline answers is absent. */
export const Located = Type.Object({
  division: Type.Optional(Named),
  township: Type.Optional(Named),
  village: Type.Optional(Named),
  grid: Type.Optional(Grid),
})
export type Located = Static<typeof Located>

/** A county's outlines for a map: the county itself first, then its townships. */
export const Outline = Type.Object({
  type: Type.Literal('FeatureCollection'),
  features: Type.Array(
    Type.Object({
      type: Type.Literal('Feature'),
      id: DivisionCode,
      properties: Type.Object({
        name: Type.String(),
        level: LevelWord,
        datum: DatumWord,
        source: Type.String({ description: 'Where the outline comes from.' }),
      }),
      geometry: Geometry,
    }),
  ),
})
export type Outline = Static<typeof Outline>

/** A county this installation serves, as every page needs it. */
export type ServedCounty = {
  readonly county: number
  readonly code: string
  readonly name: string
  readonly nameEn: string
  readonly deskPhone: string
  readonly timeZone: string
  readonly invented: boolean
}
