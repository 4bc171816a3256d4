import assert from 'node:assert/strict'
import { test } from 'node:test'
import { photoTypes, sniff, whyNotType } from './sniff.ts'

const media = (...brands: readonly string[]) =>
  Buffer.concat([
    Buffer.from([0, 0, 0, 8 + 4 * (brands.length + 1)]),
    Buffer.from(`ftyp${brands[0]}\0\0\0\0${brands.slice(1).join('')}`),
  ])

test('types are told by their first bytes', () => {
  const cases: readonly (readonly [Uint8Array, string | null])[] = [
    [Buffer.from('ffd8ffe0', 'hex'), 'image/jpeg'],
    [Buffer.from('89504e470d0a1a0a', 'hex'), 'image/png'],
    [Buffer.from('GIF89a'), 'image/gif'],
    [Buffer.from('RIFF\x10\0\0\0WEBPVP8 '), 'image/webp'],
    [Buffer.from('RIFF\x10\0\0\0WAVEfmt '), null],
    [Buffer.from('%PDF-1.4'), 'application/pdf'],
    [Buffer.from('PK\x03\x04'), 'application/zip'],
    [media('heic', 'mif1', 'heic'), 'image/heic'],
    [media('mif1', 'heic'), 'image/heic'],
    [media('mif1', 'avif', 'miaf'), 'image/avif'],
    [media('isom', 'iso2', 'avc1', 'mp41'), 'video/mp4'],
    [media('qt  '), 'video/mp4'],
    [media('unkn'), null],
    [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), null],
    [Buffer.from('BM'), null],
    [Buffer.alloc(0), null],
  ]
  for (const [head, type] of cases) assert.equal(sniff(head), type, String(type))
})

test('a photo of an iPhone is refused with advice, other types with the list of what is taken', () => {
  const why = (type: Parameters<typeof whyNotType>[0]['type'], macros = false) =>
    whyNotType({ type, macros }, photoTypes)
  assert.equal(why('image/jpeg'), null)
  assert.equal(why('image/heic')?.key, 'files.photoHeic')
  assert.deepEqual(why('application/pdf')?.values, { allowed: 'JPEG, PNG, WebP, GIF' })
  assert.equal(why(null)?.key, 'files.typeRefused')
})
