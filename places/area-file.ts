import { type Refusal, refuse } from '#foundation/refusal.ts'
import { boundsOf, readGeometry } from './geometry.ts'
import type { Bounds, Datum, Geometry } from './model.ts'

/** More features than any county has villages and grids; a file beyond it is another kind of file. */
export const mostFeatures = 20_000

/** One outline of a file, readable as it stands. Texts a feature does not give are null. */
export type AreaFeature = {
  /** 1 for the first feature of the file. */
  readonly number: number
  readonly code: string
  readonly name: string | null
  readonly parent: string | null
  readonly worker: string | null
  readonly workerPhone: string | null
  readonly supervisionPhone: string | null
  readonly geometry: Geometry
  readonly bounds: Bounds
}

/** Why one feature is left out. */
export type FeatureProblem = {
  readonly number: number
  readonly code: string | null
  readonly refusal: Refusal
}

export type AreaFile = {
  readonly features: readonly AreaFeature[]
  readonly problems: readonly FeatureProblem[]
  /** Named by the file itself; null when it names none. */
  readonly datum: Datum | null
}

type Properties = Readonly<Record<string, unknown>>

const asObject = (value: unknown): Properties =>
  typeof value === 'object' && value !== null ? (value as Properties) : {}

/**
 * Reads a parsed GeoJSON FeatureCollection of outlines. The code is `id`, `properties.code` or `properties.adcode`, of
 * any scheme. A feature that cannot be read is listed and left out; a file that is no such collection is refused whole.
 */
export function readAreaFile(value: unknown): AreaFile | { readonly refusal: Refusal } {
  const file = asObject(value)
  if (file.type !== 'FeatureCollection' || !Array.isArray(file.features)) {
    return { refusal: refuse('places.notFeatureCollection', 'invalid', { field: 'file' }) }
  }
  if (file.UTF8Encoding === true) {
    return { refusal: refuse('places.coordinatesEncoded', 'invalid', { field: 'file' }) }
  }
  if (file.features.length > mostFeatures) {
    const values = { most: mostFeatures, count: file.features.length }
    return { refusal: refuse('places.tooManyFeatures', 'too-large', { field: 'file', values }) }
  }
  const datum = datumOf(file.crs)
  if (datum && typeof datum === 'object') return datum
  const features: AreaFeature[] = []
  const problems: FeatureProblem[] = []
  const seen = new Map<string, number>()
  for (const [index, raw] of file.features.entries()) {
    const read = readFeature(raw, index + 1, seen)
    if ('refusal' in read) problems.push(read)
    else {
      seen.set(read.code, read.number)
      features.push(read)
    }
  }
  return { features, problems, datum }
}

/** The old `crs` member (GeoJSON 2008) that Chinese GIS tools still write. Projected metres are refused. */
function datumOf(crs: unknown): Datum | null | { readonly refusal: Refusal } {
  const name = asObject(asObject(crs).properties).name
  if (typeof name !== 'string') return null
  if (/CRS84$|EPSG:+4326$/i.test(name)) return 'WGS84'
  if (/EPSG:+4490$/i.test(name)) return 'CGCS2000'
  const values = { crs: name.slice(0, 60) }
  return { refusal: refuse('places.crsUnknown', 'invalid', { field: 'file', values }) }
}

function readFeature(
  raw: unknown,
  number: number,
  seen: ReadonlyMap<string, number>,
): AreaFeature | FeatureProblem {
  const feature = asObject(raw)
  const properties = asObject(feature.properties)
  const code = codeIn(feature.id) ?? codeIn(properties.code) ?? codeIn(properties.adcode)
  const problem = (refusal: Refusal) => ({ number, code, refusal })
  if (feature.type !== 'Feature') return problem(refuse('places.notFeature', 'invalid'))
  if (code === null) return problem(refuse('places.featureWithoutCode', 'invalid'))
  const first = seen.get(code)
  if (first) return problem(refuse('places.codeTwice', 'invalid', { values: { code, first } }))
  const read = readGeometry(feature.geometry)
  if ('refusal' in read) return problem(read.refusal)
  return {
    number,
    code,
    name: textIn(properties.name),
    parent: codeIn(properties.parent),
    worker: textIn(properties.worker),
    workerPhone: textIn(properties.workerPhone),
    supervisionPhone: textIn(properties.supervisionPhone),
    geometry: read.geometry,
    bounds: boundsOf(read.geometry),
  }
}

/** Codes are text, but tools like to write digits as numbers; those have no leading zero to lose. */
function codeIn(value: unknown): string | null {
  const text = typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : value
  return typeof text === 'string' && /^[\p{L}\p{N}][\p{L}\p{N}._:/-]{0,39}$/u.test(text.trim())
    ? text.trim()
    : null
}

function textIn(value: unknown): string | null {
  if (typeof value !== 'string') return null
  const text = value.trim().slice(0, 100)
  return text === '' ? null : text
}
