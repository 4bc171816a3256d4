import assert from 'node:assert/strict'
import { test } from 'node:test'
import { drawCounty, placedOn } from './county-map.ts'

const ring: [number, number][] = [
  [111, 27],
  [111.0000001, 27],
  [112, 27],
  [112, 28],
  [111, 28],
  [111, 27],
]
const outline = (datum: 'WGS84' | 'GCJ02') => ({
  type: 'FeatureCollection' as const,
  features: (['county', 'township'] as const).map((level) => ({
    type: 'Feature' as const,
    id: '990101000000',
    properties: { name: '禾安县', level, datum, source: 'test' },
    geometry: { type: 'Polygon' as const, coordinates: [ring] },
  })),
})

test('a county is drawn in whole units, north on top, points that fall together once', () => {
  const drawn = drawCounty(outline('WGS84'))
  assert.ok(drawn)
  const { map } = drawn
  // A degree of longitude is shorter than one of latitude there (cos 27.5° = 0.887).
  assert.deepEqual([map.width, map.height], [571, 640])
  assert.deepEqual(map.county, ['M16 624l539 0l0 -608l-539 0l0 608z'])
  assert.deepEqual(map.townships, map.county)
  assert.deepEqual(placedOn(drawn, { lon: 111, lat: 28 }), { x: 16, y: 16 })
})

test('a point beside the paper, or none, has no place on it', () => {
  const drawn = drawCounty(outline('WGS84'))
  assert.ok(drawn)
  assert.equal(placedOn(drawn, { lon: 116, lat: 40 }), null)
  assert.equal(placedOn(drawn, { lon: null, lat: null }), null)
})

test('nothing is drawn of an unknown shape or of a shifted datum', () => {
  assert.equal(drawCounty({ type: 'FeatureCollection', features: [] }), null)
  assert.equal(drawCounty(outline('GCJ02')), null)
})
