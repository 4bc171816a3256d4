import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { globSync } from 'node:fs'
import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { after, test } from 'node:test'
import { workbookOf } from '../../tests/make-workbook.ts'
import { Refused } from '../refusal.ts'
import { openFileStore } from './file-store.ts'

const root = await mkdtemp(join(tmpdir(), 'linli-store-'))
after(() => rm(root, { recursive: true }))

let stores = 0
const newFolder = () => join(root, String(++stores))
const filesIn = (folder: string) =>
  globSync('**/*', { cwd: folder, withFileTypes: true }).filter((found) => found.isFile())
const refusedWith = (key: string) => (error: unknown) =>
  error instanceof Refused && error.refusal.key === key

const pdf = Buffer.from('%PDF-1.7\n一份材料\n%%EOF')

test('a file is kept under its hash and read back; the same content twice is one file', async () => {
  const folder = newFolder()
  const store = openFileStore(folder)
  const stored = await store.putFile(pdf)
  const hash = createHash('sha256').update(pdf).digest('hex')
  assert.deepEqual(stored, { hash, size: pdf.length, type: 'application/pdf' })
  assert.deepEqual(
    await store.putFile(Readable.from([pdf.subarray(0, 7), pdf.subarray(7)])),
    stored,
  )
  const [kept, ...others] = filesIn(folder)
  assert.deepEqual(others, [])
  assert.equal(
    join(kept?.parentPath ?? '', kept?.name ?? ''),
    join(folder, hash.slice(0, 2), hash.slice(2, 4), hash),
  )
  const opened = await store.openFile(hash)
  assert.equal(opened?.type, 'application/pdf')
  assert.equal(opened?.size, pdf.length)
  assert.deepEqual(opened && (await buffer(opened.read())), pdf)
})

test('the same content from twenty hands at once is one file', async () => {
  const folder = newFolder()
  const store = openFileStore(folder)
  await Promise.all(Array.from({ length: 20 }, () => store.putFile(pdf)))
  assert.equal(filesIn(folder).length, 1)
})

test('nothing is opened that is no hash, and nothing is found that was not kept', async () => {
  const store = openFileStore(newFolder())
  for (const name of ['../../etc/passwd', '', 'A'.repeat(64), 'a'.repeat(64)]) {
    assert.equal(await store.openFile(name), null)
  }
})

test('what is refused leaves nothing behind', async () => {
  const folder = newFolder()
  const store = openFileStore(folder)
  const book = workbookOf({
    sheets: [],
    extra: [{ name: 'xl/vbaProject.bin', content: Buffer.from('x') }],
  })
  const cases: readonly (readonly [Readable | Uint8Array, string])[] = [
    [Buffer.alloc(0), 'files.fileEmpty'],
    [Buffer.concat([pdf, Buffer.alloc(20 * 2 ** 20)]), 'files.tooLarge'],
    [Buffer.from('<svg onload="alert(1)"/>'), 'files.typeRefused'],
    [Buffer.from('MZ\x90\x00'), 'files.typeRefused'],
    [book, 'files.macros'],
    [book.subarray(0, -10), 'files.zipBroken'],
  ]
  for (const [content, key] of cases)
    await assert.rejects(store.putFile(content), refusedWith(key), key)
  assert.deepEqual(filesIn(folder), [])
})

test('a sender who breaks off leaves nothing behind', async () => {
  const folder = newFolder()
  const broken = Readable.from(
    (async function* () {
      yield pdf
      throw new Error('connection reset')
    })(),
  )
  await assert.rejects(openFileStore(folder).putFile(broken), /connection reset/)
  assert.deepEqual(filesIn(folder), [])
})

test('limits of the caller count', async () => {
  const store = openFileStore(newFolder())
  await assert.rejects(store.putFile(pdf, { limits: { bytes: 10 } }), refusedWith('files.tooLarge'))
  await assert.rejects(
    store.putFile(pdf, { limits: { allowed: ['image/png'] } }),
    refusedWith('files.typeRefused'),
  )
})

test('what a killed process left is swept, younger work is not', async () => {
  const folder = newFolder()
  const unfinished = join(folder, 'unfinished')
  await mkdir(unfinished, { recursive: true })
  await writeFile(join(unfinished, 'old'), 'x')
  await writeFile(join(unfinished, 'young'), 'x')
  await utimes(join(unfinished, 'old'), new Date('2026-01-01'), new Date('2026-01-01'))
  assert.equal(await openFileStore(folder).sweepUnfinished(new Date('2026-01-02')), 1)
  assert.deepEqual(
    filesIn(folder).map(({ name }) => name),
    ['young'],
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

test('a full disk refuses with "unavailable" and leaves nothing half-written', async (t) => {
  const folder = newFolder()
  await mkdir(folder)
  if (!mountSmall(folder)) return t.skip('no right to mount a small disk')
  t.after(() => execFileSync('umount', [folder]))
  const store = openFileStore(folder)
  const large = Buffer.concat([pdf, Buffer.alloc(2 ** 20, 'x')])
  await assert.rejects(store.putFile(large), (error) => {
    assert.ok(error instanceof Refused)
    assert.deepEqual(error.refusal, { key: 'files.diskFull', kind: 'unavailable' })
    return true
  })
  assert.deepEqual(filesIn(folder), [])
  assert.equal((await store.putFile(pdf)).size, pdf.length)
})
