import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  areComparable,
  boundsOf,
  isWithinBounds,
  mostPositions,
  positionIn,
  readGeometry,
  signedArea,
} from './geometry.ts'
import type { Geometry } from './model.ts'

const square = (lon: number, lat: number, size: number): [number, number][] => [
  [lon, lat],
  [lon + size, lat],
  [lon + size, lat + size],
  [lon, lat + size],
  [lon, lat],
]
const polygon = (...coordinates: [number, number][][]): Geometry => ({
  type: 'Polygon',
  coordinates,
})

const refusalOf = (value: unknown) => {
  const read = readGeometry(value)
  return 'refusal' in read ? read.refusal.key : null
}

test('reads polygons and multipolygons and drops heights', () => {
  const read = readGeometry({
    type: 'Polygon',
    coordinates: [square(111, 27, 1).map(([lon, lat]) => [lon, lat, 85.5])],
  })
  assert.deepEqual(read, { geometry: polygon(square(111, 27, 1)) })
  const many = { type: 'MultiPolygon', coordinates: [[square(111, 27, 1)], [square(113, 27, 1)]] }
  assert.deepEqual(readGeometry(many), { geometry: many })
})

test('what is no outline is refused with the thing that is wrong', () => {
  const ring = (coordinates: unknown) => refusalOf({ type: 'Polygon', coordinates: [coordinates] })
  assert.equal(refusalOf(null), 'places.geometryType')
  assert.equal(refusalOf({ type: 'Point', coordinates: [111, 27] }), 'places.geometryType')
  assert.equal(refusalOf({ type: 'Polygon', coordinates: [] }), 'places.geometryEmpty')
  assert.equal(refusalOf({ type: 'Polygon' }), 'places.geometryEmpty')
  assert.equal(refusalOf({ type: 'MultiPolygon', coordinates: {} }), 'places.geometryEmpty')
  assert.equal(ring('x'), 'places.ringTooShort')
  assert.equal(ring(square(111, 27, 1).slice(0, 3)), 'places.ringTooShort')
  assert.equal(ring(square(111, 27, 1).slice(0, 4)), 'places.ringOpen')
  assert.equal(ring([...square(111, 27, 1), ['111', 27]]), 'places.positionUnreadable')
  assert.equal(ring(square(27, 111, 1)), 'places.positionOutOfRange', 'latitude first')
  assert.equal(ring(square(482_000, 3_076_000, 100)), 'places.positionOutOfRange', 'metres')
  assert.equal(
    ring([
      [1, 1],
      [2, 2],
      [3, 3],
      [1, 1],
    ]),
    'places.ringFlat',
  )
  assert.equal(
    ring(Array.from({ length: mostPositions + 1 }, () => [1, 1])),
    'places.geometryTooLarge',
  )
})

test('a point on an edge or corner is on the border, in a hole it is outside', () => {
  const shape = polygon(square(111, 27, 1), square(111.4, 27.4, 0.2))
  const at = (lon: number, lat: number) => positionIn(shape, { lon, lat })
  assert.equal(at(111.1, 27.1), 'inside')
  assert.equal(at(111.5, 27.5), 'outside')
  assert.equal(at(111, 27), 'border')
  assert.equal(at(111, 27.3), 'border')
  assert.equal(at(111.4, 27.5), 'border')
  assert.equal(at(110.999999, 27.3), 'outside')
})

test('neighbours share every point of a slanted border: no point falls between them', () => {
  // Thirds cannot be written exactly in binary, so naive arithmetic would lose such points.
  const left = polygon([
    [0, 0],
    [1 / 3, 0.1],
    [0.7, 1],
    [0, 1],
    [0, 0],
  ])
  const right = polygon([
    [1 / 3, 0.1],
    [1, 0],
    [1, 1],
    [0.7, 1],
    [1 / 3, 0.1],
  ])
  const inEither = fc.property(fc.double({ min: 0.2, max: 0.99, noNaN: true }), (lat) => {
    const lon = 1 / 3 + ((lat - 0.1) / 0.9) * (0.7 - 1 / 3)
    const places = [positionIn(left, { lon, lat }), positionIn(right, { lon, lat })]
    assert.ok(places.some((place) => place !== 'outside'))
    assert.ok(places[0] !== 'inside' || places[1] !== 'inside')
  })
  fc.assert(inEither, { numRuns: 2000 })
})

test('the bounding box holds the outline and nothing is found outside it', () => {
  const shape: Geometry = {
    type: 'MultiPolygon',
    coordinates: [[square(111, 27, 1)], [square(113, 28, 1)]],
  }
  const bounds = boundsOf(shape)
  assert.deepEqual(bounds, { minLon: 111, minLat: 27, maxLon: 114, maxLat: 29 })
  assert.ok(isWithinBounds(bounds, { lon: 111, lat: 29 }))
  assert.ok(!isWithinBounds(bounds, { lon: 110.9999, lat: 28 }))
  assert.equal(positionIn(shape, { lon: 112.5, lat: 27.5 }), 'outside')
})

test('area tells the direction of a ring', () => {
  assert.equal(signedArea(square(0, 0, 2)), 4)
  assert.equal(signedArea(square(0, 0, 2).reverse()), -4)
})

test('GCJ-02 is compared with nothing but itself', () => {
  assert.ok(areComparable('WGS84', 'CGCS2000'))
  assert.ok(areComparable('GCJ02', 'GCJ02'))
  assert.ok(!areComparable('GCJ02', 'WGS84'))
  assert.ok(!areComparable('CGCS2000', 'GCJ02'))
})
