import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { after, test } from 'node:test'
import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { Refused } from '../refusal.ts'
import { openFileStore } from './file-store.ts'
import { cleanPhoto, putPhoto } from './photos.ts'

const folder = await mkdtemp(join(tmpdir(), 'linli-photos-'))
after(() => rm(folder, { recursive: true }))

let files = 0
async function fileOf(content: Uint8Array): Promise<string> {
  const path = join(folder, `sent-${++files}`)
  await writeFile(path, content)
  return path
}

const refusedWith = (key: string) => (error: unknown) =>
  error instanceof Refused && error.refusal.key === key
const blank = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#8899aa' } })

/** A JPEG as a phone writes it: place, camera, and turned by its orientation mark. */
const fromPhone = () =>
  blank(2400, 1200)
    .jpeg()
    .withExif({
      IFD0: { Make: 'Telefon', Model: 'T1', Copyright: 'a person' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '28/1 12/1 0/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '112/1 58/1 0/1',
      },
    })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><!-- secret --></x:xmpmeta>')
    .withMetadata({ orientation: 6 })
    .toBuffer()

test('place, camera and every other trace are gone; the picture stands upright and is small', async () => {
  const sent = await fromPhone()
  const before = await sharp(sent).metadata()
  // 0x8825 is the tag that points at the place.
  assert.ok(before.exif?.includes('Telefon') && before.exif.includes(Buffer.from('2588', 'hex')))
  assert.equal(before.orientation, 6)
  const { photo, thumb, width, height } = await cleanPhoto(await fileOf(sent))
  assert.deepEqual([width, height], [800, 1600])
  for (const kept of [photo, thumb]) {
    const { format, exif, xmp, iptc, icc, orientation } = await sharp(kept).metadata()
    assert.deepEqual(
      { format, exif, xmp, iptc, icc, orientation },
      {
        format: 'jpeg',
        exif: undefined,
        xmp: undefined,
        iptc: undefined,
        icc: undefined,
        orientation: undefined,
      },
    )
    assert.ok(!kept.includes('Telefon') && !kept.includes('Exif') && !kept.includes('secret'))
  }
  const small = await sharp(thumb).metadata()
  assert.deepEqual([small.width, small.height], [160, 320])
})

test('a small photo is not made larger; transparency becomes white', async () => {
  const sent = await sharp({
    create: { width: 40, height: 20, channels: 4, background: '#00000000' },
  })
    .png()
    .toBuffer()
  const { photo, width, height } = await cleanPhoto(await fileOf(sent))
  assert.deepEqual([width, height], [40, 20])
  assert.ok((await sharp(photo).stats()).channels.every(({ min }) => min > 250))
})

test('PNG, WebP and GIF are taken, an animation with its first picture', async () => {
  for (const sent of [blank(30, 20).png(), blank(30, 20).webp(), blank(30, 20).gif()]) {
    const { width } = await cleanPhoto(await fileOf(await sent.toBuffer()))
    assert.equal(width, 30)
  }
})

/** A PNG that says it is so large, in a few bytes. */
function hugePng(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data])
    const length = Buffer.alloc(4)
    length.writeUInt32BE(data.length)
    const check = Buffer.alloc(4)
    check.writeUInt32BE(crc32(body))
    return Buffer.concat([length, body, check])
  }
  const size = Buffer.alloc(13)
  size.writeUInt32BE(width, 0)
  size.writeUInt32BE(height, 4)
  size.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', size),
    chunk('IDAT', deflateSync(Buffer.alloc(1000))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

test('a picture of billions of pixels is refused without being unpacked', async () => {
  const path = await fileOf(hugePng(50_000, 50_000))
  const before = process.memoryUsage().rss
  await assert.rejects(cleanPhoto(path), refusedWith('files.photoTooManyPixels'))
  assert.ok(process.memoryUsage().rss - before < 50 * 2 ** 20)
})

test('broken, cut, foreign and HEIC files are refused', async () => {
  const sent = await blank(600, 400).jpeg().toBuffer()
  const heic = Buffer.concat([
    Buffer.from([0, 0, 0, 24]),
    Buffer.from('ftypheic\0\0\0\0mif1heic'),
    Buffer.alloc(200),
  ])
  const cases: readonly (readonly [Buffer, string])[] = [
    [sent.subarray(0, sent.length / 2), 'files.photoBroken'],
    [Buffer.concat([Buffer.from('ffd8ffe0', 'hex'), Buffer.alloc(500, 'x')]), 'files.photoBroken'],
    [hugePng(100, 100), 'files.photoBroken'],
    [Buffer.from('%PDF-1.7'), 'files.typeRefused'],
    [
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
      'files.typeRefused',
    ],
    [heic, 'files.photoHeic'],
    [Buffer.alloc(0), 'files.typeRefused'],
  ]
  for (const [content, key] of cases)
    await assert.rejects(cleanPhoto(await fileOf(content)), refusedWith(key), key)
})

test('a photo is kept with its thumb, and what was sent is not', async () => {
  const store = openFileStore(join(folder, 'store'))
  const sent = await fromPhone()
  const { photo, thumb, width, height } = await putPhoto(store, sent)
  assert.deepEqual([photo.type, thumb.type, width, height], ['image/jpeg', 'image/jpeg', 800, 1600])
  const opened = await store.openFile(photo.hash)
  assert.ok(opened)
  assert.ok(!(await buffer(opened.read())).includes('Telefon'))
  const kept = readdirSync(join(folder, 'store'), { recursive: true, withFileTypes: true }).filter(
    (found) => found.isFile(),
  )
  assert.deepEqual(kept.map(({ name }) => name).sort(), [photo.hash, thumb.hash].sort())
  await assert.rejects(putPhoto(store, sent, 100), refusedWith('files.tooLarge'))
})
