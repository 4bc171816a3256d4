import { Type } from 'typebox'
import { query } from '#foundation/contract.ts'
import { DatumWord, Division, DivisionCode, Grid, Located, Outline } from './model.ts'

const County = Type.Integer({ minimum: 1, maximum: 999_999_999 })
const OnDay = Type.Optional(
  Type.String({ format: 'date', description: 'Day asked about; today when left out.' }),
)

export const listDivisions = query({
  name: 'places.listDivisions',
  path: '/counties/:county/divisions',
  audience: 'public',
  input: Type.Object({
    county: County,
    parent: Type.Optional(DivisionCode),
    name: Type.Optional(Type.String({ minLength: 1, maxLength: 50 })),
    on: OnDay,
  }),
  output: Type.Object({ divisions: Type.Array(Division) }),
  summary:
    'Divisions directly below one (the county when none is named); with a name, up to 100 that contain it.',
})

export const listGrids = query({
  name: 'places.listGrids',
  path: '/counties/:county/grids',
  audience: 'public',
  input: Type.Object({ county: County, division: Type.Optional(DivisionCode), on: OnDay }),
  output: Type.Object({ grids: Type.Array(Grid) }),
  summary:
    'The grids of the county, or those in one division and below, with who is on duty there.',
})

export const locatePoint = query({
  name: 'places.locatePoint',
  path: '/counties/:county/locate',
  audience: 'public',
  input: Type.Object({
    county: County,
    lon: Type.Number({ minimum: -180, maximum: 180 }),
    lat: Type.Number({ minimum: -90, maximum: 90 }),
    datum: Type.Optional(DatumWord),
    on: OnDay,
  }),
  output: Located,
  summary: 'The township, village and grid at a point; parts that no outline answers are absent.',
})

export const showOutline = query({
  name: 'places.showOutline',
  path: '/counties/:county/outline',
  audience: 'public',
  input: Type.Object({ county: County, on: OnDay }),
  output: Outline,
  summary: 'Outlines of the county and its townships as GeoJSON.',
})
