import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import { existsSync, globSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { submit } from '#matters/accept/contract.ts'
import { county, type DemoHouse, openDemoHouse } from './demo-house.ts'
import type { HttpVisitor, ProblemDetails } from './http-visitor.ts'
import { zipOf } from './make-workbook.ts'

let house: DemoHouse
before(async () => {
  house = await openDemoHouse({ empty: true })
})
after(() => house.close())

const photo = () =>
  sharp({ create: { width: 64, height: 48, channels: 3, background: '#8899aa' } })
    .jpeg()
    .toBuffer()

const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
const html = '<!doctype html><script>alert(document.cookie)</script>'

/** A PNG that says it has 30,000 × 30,000 pixels, in a few kilobytes. */
function pixelBomb(): Buffer {
  const size = Buffer.alloc(8)
  size.writeUInt32BE(30_000, 0)
  size.writeUInt32BE(30_000, 4)
  const chunk = (type: string, data: Buffer) => {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(data.length)
    return Buffer.concat([length, Buffer.from(type), data, Buffer.alloc(4)])
  }
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', Buffer.concat([size, Buffer.from([8, 2, 0, 0, 0])])),
    chunk('IDAT', deflateSync(Buffer.alloc(1_000_000))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** What must not get in: name as sent, bytes, the refusal. */
async function wrongFiles(): Promise<readonly (readonly [string, Uint8Array, string])[]> {
  const zeros = Buffer.alloc(50_000_000)
  const book = { name: '[Content_Types].xml', content: Buffer.from('<Types/>') }
  return [
    ['空.jpg', Buffer.alloc(0), 'files.fileEmpty'],
    ['照片.svg', Buffer.from(svg), 'files.typeRefused'],
    ['照片.jpg', Buffer.from(svg), 'files.typeRefused'],
    ['照片.jpg', Buffer.from(html), 'files.typeRefused'],
    ['照片.jpg', Buffer.from('MZ\x90\x00', 'latin1'), 'files.typeRefused'],
    ['照片.jpg', Buffer.from('#!/bin/sh\nrm -rf /\n'), 'files.typeRefused'],
    ['照片.jpg', (await photo()).subarray(0, 200), 'files.photoBroken'],
    [
      '照片.jpg',
      Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), randomBytes(4_000)]),
      'files.photoBroken',
    ],
    ['大.png', pixelBomb(), 'files.photoTooManyPixels'],
    ['照片.jpg', zipOf([book, { name: 'word/document.xml', content: zeros }]), 'files.zipBomb'],
    ['照片.jpg', Buffer.concat([await photo(), Buffer.alloc(21 * 2 ** 20)]), 'files.tooLarge'],
    ['../../../etc/passwd', Buffer.from('root:x:0:0'), 'files.typeRefused'],
  ]
}

function formOf(
  parts: Readonly<Record<string, string>>,
  files: readonly (readonly [string, Uint8Array])[],
) {
  const form = new FormData()
  for (const [name, value] of Object.entries(parts)) form.append(name, value)
  for (const [name, bytes] of files)
    form.append('photos', new File([new Uint8Array(bytes)], name, { type: 'image/jpeg' }))
  return form
}

const kept = () =>
  globSync('files/**/*', { cwd: house.dataDir, withFileTypes: true }).filter((one) => one.isFile())
    .length

async function countMatters(): Promise<number> {
  const [row] = await house.rows<{ count: number }>('select count(*)::int as count from matters')
  return row?.count ?? 0
}

async function upload(visitor: HttpVisitor, name: string, bytes: Uint8Array) {
  return visitor.send('/api/v1/files', { method: 'POST', body: formOf({}, [[name, bytes]]) })
}

test('files that lie, burst or run are refused by the API with the reason, and nothing of them stays', async () => {
  const operator = await house.signIn('operator')
  const before_ = kept()
  for (const [name, bytes, key] of await wrongFiles()) {
    const response = await upload(operator, name, bytes)
    const problem = (await response.json()) as ProblemDetails
    assert.equal(problem.reason, key, `${name} of ${bytes.length} bytes`)
    assert.ok(response.status === 422 || response.status === 413)
  }
  assert.equal(kept(), before_)
})

test('a form with a file that is not taken keeps what was written, says why, and reports nothing', async () => {
  const before_ = await countMatters()
  for (const [name, bytes] of await wrongFiles()) {
    if (bytes.length === 0) continue
    const words = `菜市场门口的路面塌了一块 ${name}`
    const body = formOf({ words, step: 'send', actId: randomUUID() }, [[name, bytes]])
    const response = await house.visitor().send('/report', { method: 'POST', body })
    const page = await response.text()
    assert.equal(response.status, 422, name)
    assert.match(page, /有一张照片没有收下/)
    assert.match(page, /菜市场门口的路面塌了一块/)
  }
  assert.equal(await countMatters(), before_)
})

test('the good photos of a form are kept when another is not taken', async () => {
  const files = [
    ['好.jpg', await photo()],
    ['坏.svg', Buffer.from(svg)],
  ] as const
  const body = formOf({ words: '菜市场门口的路面塌了', step: 'send' }, files)
  const page = await (await house.visitor().send('/report', { method: 'POST', body })).text()
  assert.equal(page.match(/name="file" value="[0-9a-f]{64}"/g)?.length, 1)
})

test('ten photos are one too many; a form that breaks off does nothing', async () => {
  const before_ = await countMatters()
  const nine = Array.from({ length: 10 }, (_, i) => [`${i}.jpg`, Buffer.from('x')] as const)
  const many = formOf({ words: '菜市场门口的路面塌了', step: 'send' }, nine)
  const response = await house.visitor().send('/report', { method: 'POST', body: many })
  assert.ok(response.status === 413 || response.status === 422, String(response.status))
  assert.match(response.headers.get('content-type') ?? '', /text\/html/)
  const headers = { 'content-type': 'multipart/form-data; boundary=x' }
  for (const body of [
    '',
    '--x',
    '--x\r\ncontent-disposition: form-data; name="words"\r\n\r\n路面塌',
    '路面',
  ]) {
    const broken = await house.visitor().send('/report', { method: 'POST', body, headers })
    assert.ok(broken.status >= 400 && broken.status < 500, `${body}: ${broken.status}`)
    assert.match(await broken.text(), /<h1>/)
  }
  assert.equal(await countMatters(), before_)
})

test('a file nobody uploaded cannot be joined to a matter', async () => {
  const before_ = await countMatters()
  const response = await house.visitor().send(`/api/v1/counties/${county}/matters`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ actId: randomUUID(), words: '路灯坏了', files: ['a'.repeat(64)] }),
  })
  assert.equal(((await response.json()) as ProblemDetails).field, 'files')
  assert.equal(await countMatters(), before_)
})

test('a photo is served as a photo, to those who may see its matter and nobody else', async () => {
  const reporter = house.visitor()
  const sent = (await (await upload(reporter, '照片.html', await photo())).json()) as {
    hash: string
  }
  const receipt = await reporter.ask(submit, {
    county,
    actId: randomUUID(),
    words: '菜市场门口的路面塌了',
    files: [sent.hash],
  })
  const path = `/files/${receipt.matter}/${sent.hash}`
  const own = await reporter.send(path, {
    headers: { 'linli-receipt': `${receipt.number} ${receipt.secret}` },
  })
  assert.equal(own.status, 200)
  assert.equal(own.headers.get('content-type'), 'image/jpeg')
  assert.match(own.headers.get('cache-control') ?? '', /private/)
  assert.equal((await house.visitor().send(path)).status, 404)
  const other = await house
    .visitor()
    .ask(submit, { county, actId: randomUUID(), words: '另一件事情' })
  const headers = { 'linli-receipt': `${other.number} ${other.secret}` }
  assert.equal((await house.visitor().send(path, { headers })).status, 404)
  assert.equal(
    (await house.visitor().send(`/files/${other.matter}/${sent.hash}`, { headers })).status,
    404,
  )
})

/** A file system of 256 kB, where this machine lets us make one. */
function mountSmall(folder: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', folder], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

test('a full disk is told to try again later, and the words are not lost', async (t) => {
  const folder = join(house.dataDir, 'files')
  if (!existsSync(folder)) mkdirSync(folder)
  if (!mountSmall(folder)) return t.skip('no right to mount a small disk')
  t.after(() => execFileSync('umount', [folder]))
  const noise = {
    create: {
      width: 1200,
      height: 1200,
      channels: 3,
      background: '#888',
      noise: { type: 'gaussian', mean: 128, sigma: 80 },
    },
  } as const
  const large = await sharp(noise).jpeg({ quality: 95 }).toBuffer()
  const response = await upload(house.visitor(), '大.jpg', large)
  assert.equal(response.status, 503)
  assert.ok(response.headers.get('retry-after'))
  assert.equal(((await response.json()) as ProblemDetails).reason, 'files.diskFull')
  const body = formOf({ words: '菜市场门口的路面塌了', step: 'send' }, [['大.jpg', large]])
  const page = await house.visitor().send('/report', { method: 'POST', body })
  assert.match(await page.text(), /菜市场门口的路面塌了/)
  const { number } = await house
    .visitor()
    .ask(submit, { county, actId: randomUUID(), words: '没有照片也行' })
  assert.match(number, /^990101-/)
})
