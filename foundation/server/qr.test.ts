import assert from 'node:assert/strict'
import { test } from 'node:test'
import { create } from 'qrcode'
import { qrSvg } from './qr.ts'

/** Fills the runs of the path back into a grid. */
function modulesOf(svg: string): Set<string> {
  const dark = new Set<string>()
  for (const [, x, y, run] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let step = 0; step < Number(run); step++) dark.add(`${Number(x) + step},${y}`)
  }
  return dark
}

test('the drawing is the code, module for module, four modules from every edge', () => {
  const text = 'https://linli.example/s/430111-2026-000123?k=路灯'
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const dark = modulesOf(qrSvg(text))
  for (let y = 0; y < modules.size; y++) {
    for (let x = 0; x < modules.size; x++)
      assert.equal(dark.has(`${x + 4},${y + 4}`), Boolean(modules.get(y, x)))
  }
  assert.match(qrSvg(text), new RegExp(`viewBox="0 0 ${modules.size + 8} ${modules.size + 8}"`))
})

test('nothing in it that a strict content security policy stops, and nothing of the text', () => {
  const svg = qrSvg('"><script>alert(1)</script>')
  assert.doesNotMatch(svg, /style|script|href|on\w+=|id=/)
  assert.ok(svg.length < 6000)
})
