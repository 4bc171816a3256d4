import assert from 'node:assert/strict'
import { test } from 'node:test'
import { positionIn, signedArea } from '#places/geometry.ts'
import { statisticalScheme } from '#places/rules.ts'
import { drawDemoPlaces } from './places.ts'
import { randomFrom } from './places-shapes.ts'

const { divisions, grids } = drawDemoPlaces()
const ofLevel = (level: string) =>
  divisions.filter(({ code }) => statisticalScheme.levelOf(code) === level)
const [county] = ofLevel('county')
const layers = [ofLevel('township'), ofLevel('village'), grids]
type Shape = (typeof divisions)[number]
const ringOf = (shape: Shape) => (shape.geometry.coordinates[0] ?? []) as [number, number][]
const areaOf = (shape: Shape) => Math.abs(signedArea(ringOf(shape)))

test('six townships, four to eight villages each, every village with a grid', () => {
  assert.equal(layers[0]?.length, 6)
  for (const township of ofLevel('township')) {
    const stem = township.code.slice(0, 9)
    const villages = ofLevel('village').filter(({ code }) => code.startsWith(stem))
    assert.ok(villages.length >= 4 && villages.length <= 8, township.name ?? '')
  }
  for (const { code } of ofLevel('village')) {
    assert.ok(grids.some((grid) => grid.parent === code && grid.code.startsWith(code)))
  }
})

test('each layer fills the county exactly: no gap, no overlap', () => {
  assert.ok(county)
  const whole = areaOf(county)
  for (const layer of layers) {
    const sum = layer.reduce((total, shape) => total + areaOf(shape), 0)
    assert.ok(Math.abs(sum / whole - 1) < 1e-9, `${layer.length} shapes: ${sum / whole}`)
  }
  const random = randomFrom(7)
  for (let i = 0; i < 3000; i++) {
    const point = { lon: 111.2 + random() * 0.5, lat: 27.6 + random() * 0.4 }
    const place = positionIn(county.geometry, point)
    if (place === 'border') continue
    for (const layer of layers) {
      const hits = layer.filter(({ geometry }) => positionIn(geometry, point) === 'inside')
      assert.equal(hits.length, place === 'inside' ? 1 : 0, `${point.lon} ${point.lat}`)
    }
  }
})

test('no border crosses itself or another', () => {
  const stretches = new Map<string, [[number, number], [number, number]]>()
  for (const shape of grids) {
    const ring = ringOf(shape)
    for (const [i, to] of ring.entries()) {
      const from = ring[i - 1]
      if (from) stretches.set([from, to].map(String).sort().join(' '), [from, to])
    }
  }
  const cells = new Map<string, [[number, number], [number, number]][]>()
  for (const stretch of stretches.values()) {
    const [[x1, y1], [x2, y2]] = stretch
    for (let x = Math.floor(Math.min(x1, x2) * 200); x <= Math.max(x1, x2) * 200; x++) {
      for (let y = Math.floor(Math.min(y1, y2) * 200); y <= Math.max(y1, y2) * 200; y++) {
        const key = `${x} ${y}`
        cells.set(key, [...(cells.get(key) ?? []), stretch])
      }
    }
  }
  const side = (
    [[x1, y1], [x2, y2]]: [[number, number], [number, number]],
    [x, y]: [number, number],
  ) => Math.sign((x2 - x1) * (y - y1) - (y2 - y1) * (x - x1))
  for (const near of cells.values()) {
    for (const [i, a] of near.entries()) {
      for (const b of near.slice(i + 1)) {
        const crosses = side(a, b[0]) * side(a, b[1]) < 0 && side(b, a[0]) * side(b, a[1]) < 0
        assert.ok(!crosses, `${a} × ${b}`)
      }
    }
  }
})
