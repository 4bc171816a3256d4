import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { test } from 'node:test'
import iconv from 'iconv-lite'
import { Refused } from '../refusal.ts'
import { columnLetters, type TableRow } from './read-table/table.ts'
import { readTable, type TableOptions } from './read-table.ts'

const streamOf = (content: string | Uint8Array) =>
  Readable.from([typeof content === 'string' ? Buffer.from(content) : content], {
    objectMode: true,
  })

async function readAll(content: string | Uint8Array, options: TableOptions = {}) {
  const table = await readTable(streamOf(content), options)
  const rows: TableRow[] = []
  for await (const row of table.rows) rows.push(row)
  return { ...table, rows }
}

/** A row as plain cells, or the key of what is wrong with it. */
const plain = (row: TableRow) =>
  'error' in row ? [row.row, row.error.key] : [row.row, ...Object.values(row.cells)]

const refusedWith = (key: string) => (error: unknown) =>
  error instanceof Refused && error.refusal.key === key

test('CSV in UTF-8, with and without a byte-order mark', async () => {
  for (const mark of ['', '\ufeff']) {
    const { headers, rows, encoding, format } = await readAll(
      `${mark}编号,内容\r\n001,路灯不亮\r\n`,
    )
    assert.deepEqual(headers, ['编号', '内容'])
    assert.deepEqual(rows.map(plain), [[2, '001', '路灯不亮']])
    assert.equal(encoding, 'utf-8')
    assert.equal(format, 'csv')
  }
})

test('CSV in GBK and GB18030, characters of four bytes included', async () => {
  const text = '编号,内容\n1,龘𠮷镇的井盖丢了\n'
  const { rows, encoding } = await readAll(iconv.encode(text, 'gb18030'))
  assert.equal(encoding, 'gb18030')
  assert.deepEqual(rows.map(plain), [[2, '1', '龘𠮷镇的井盖丢了']])
})

test('GBK is told from UTF-8 even when the first Chinese stands megabytes down', async () => {
  const text = `id,words\n${'1,plain ascii all along\n'.repeat(120_000)}2,终于\n`
  const { rows, encoding } = await readAll(iconv.encode(text, 'gbk'))
  assert.equal(encoding, 'gb18030')
  assert.deepEqual(rows.at(-1), { row: 120_002, cells: { id: '2', words: '终于' } })
})

test('UTF-16 with its mark, as Excel saves "Unicode text"', async () => {
  for (const name of ['utf-16le', 'utf-16be'] as const) {
    const { rows, encoding } = await readAll(
      iconv.encode('编号\t内容\n1\t井盖\n', name, { addBOM: true }),
    )
    assert.equal(encoding, name)
    assert.deepEqual(rows.map(plain), [[2, '1', '井盖']])
  }
})

test('a UTF-8 file with a broken character names the row and reads on', async () => {
  const content = Buffer.from(`编号,内容\n1,${'居民反映的问题'.repeat(5)}\n2,坏X字\n3,好\n`)
  content[content.indexOf('X')] = 0xff
  const { rows, encoding } = await readAll(content)
  assert.equal(encoding, 'utf-8')
  assert.deepEqual(
    rows.map((row) => plain(row)[1]),
    ['1', 'files.brokenCharacters', '3'],
  )
})

test('a UTF-8 file cut inside its last character is still UTF-8', async () => {
  const whole = Buffer.from('编号,内容\n1,路灯\n2,井盖')
  const { rows, encoding } = await readAll(whole.subarray(0, whole.length - 1))
  assert.equal(encoding, 'utf-8')
  assert.deepEqual(rows.map(plain), [
    [2, '1', '路灯'],
    [3, 'files.brokenCharacters'],
  ])
})

test('the delimiter is read off the header: comma, semicolon, tab, or what sep= says', async () => {
  for (const [mark, first] of [
    [',', ''],
    [';', ''],
    ['\t', ''],
    [';', 'sep=;\r\n'],
  ] as const) {
    const { headers, rows } = await readAll(`${first}a${mark}"b,;\t"${mark}c\n1${mark}2${mark}3\n`)
    assert.equal(headers.length, 3, JSON.stringify(mark))
    assert.deepEqual(
      rows.map((row) => plain(row).slice(1)),
      [['1', '2', '3']],
    )
  }
})

test('quoted newlines, doubled quotes and a stray quote inside a cell', async () => {
  const { rows } = await readAll('a,b\r\n"一行\r\n又一行","他说""好"""\r\n5" 管,x\r\n')
  assert.deepEqual(rows.map(plain), [
    [2, '一行\n又一行', '他说"好"'],
    [3, '5" 管', 'x'],
  ])
})

test('ragged rows are named by row, blank ones left out, and reading goes on', async () => {
  const { rows } = await readAll('a,b,c\n1,2,3\n\n1,2\n,,\n1,2,3,4\n1,2,3,\n9,8,7\n')
  assert.deepEqual(rows.map(plain), [
    [2, '1', '2', '3'],
    [4, 'files.rowRagged'],
    [6, 'files.rowRagged'],
    [7, '1', '2', '3'],
    [8, '9', '8', '7'],
  ])
  const broken = rows[1]
  assert.ok(broken && 'error' in broken)
  assert.deepEqual(broken.error.values, { expected: 3, found: 2 })
})

test('a quote that never closes is named by the row it opens in', async () => {
  const { rows } = await readAll('a,b\n1,2\n3,"open\n4,5\n')
  assert.deepEqual(rows.map(plain), [
    [2, '1', '2'],
    [3, 'files.quoteOpen'],
  ])
})

test('lines above the header are passed over and said so; nameless and repeated columns get names', async () => {
  const { headers, rows, notes } = await readAll(
    '诉求台账,,,\n填报单位：某镇,,,\n编号,内容,内容,\n1,甲,乙,\n',
  )
  assert.deepEqual(headers, ['编号', '内容', '内容 (2)'])
  assert.deepEqual(rows.map(plain), [[4, '1', '甲', '乙']])
  assert.deepEqual(notes, [
    { key: 'rowsAboveHeader', values: { row: 3 } },
    { key: 'headersRenamed', values: { names: '内容 (2)' } },
  ])
  const gap = await readAll('编号,,内容\n1,2,3\n')
  assert.deepEqual(gap.headers, ['编号', 'B', '内容'])
  assert.equal(columnLetters(701), 'ZZ')
})

test('JSON Lines: every field of every line is a column, values become text, a broken line is named', async () => {
  const lines = [
    '{"id": 430111199001011234, "words": "路灯", "ok": true, "none": null}',
    '',
    '{"id": 1e21, "tags": ["a", "b"], "size": 0.0000001}',
    '{"id": 3, "words"',
    '[1, 2]',
    '{"id": 5, "__proto__": "x"}',
  ]
  const { headers, rows, format } = await readAll(lines.join('\n'))
  assert.equal(format, 'jsonl')
  assert.deepEqual(headers, ['id', 'words', 'ok', 'none', 'tags', 'size', '__proto__'])
  assert.deepEqual(rows.map(plain), [
    [1, '430111199001011234', '路灯', 'true', '', '', '', ''],
    [3, '1000000000000000000000', '', '', '', '["a","b"]', '0.0000001', ''],
    [4, 'files.jsonBroken'],
    [5, 'files.jsonNotObject'],
    [6, '5', '', '', '', '', '', 'x'],
  ])
})

test('a JSON array: brackets inside texts, a broken element between two good ones, a cut end', async () => {
  const text = '[{"a": "x]},{[\\"", "b": {"c": [1]}},\n {"a": oops}, {"a": "2"}, {"a": "cu'
  const { headers, rows, format } = await readAll(text)
  assert.equal(format, 'json')
  assert.deepEqual(headers, ['a', 'b'])
  assert.deepEqual(rows.map(plain), [
    [1, 'x]},{["', '{"c":[1]}'],
    [2, 'files.jsonBroken'],
    [3, '2', ''],
    [4, 'files.tableCutShort'],
  ])
})

test('a name that lies is told; the content decides', async () => {
  const { notes, format } = await readAll('a,b\n1,2\n', { name: '诉求.xlsx' })
  assert.equal(format, 'csv')
  assert.deepEqual(notes, [{ key: 'nameLies', values: { said: 'XLSX', format: 'CSV' } }])
  assert.deepEqual((await readAll('a;b\n1;2\n', { name: 'x.TSV' })).notes, [])
})

test('what is no table is refused with advice', async () => {
  const ole = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1000)])
  const locked = Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')])
  const noise = Buffer.from(
    Array.from({ length: 3000 }, (_, i) => (i * 7919 + (i % 13) * 31) % 256),
  )
  const cases: readonly (readonly [string | Uint8Array, string])[] = [
    ['', 'files.tableEmpty'],
    [' \n\t\n', 'files.tableEmpty'],
    [ole, 'files.spreadsheetOld'],
    [locked, 'files.zipLocked'],
    ['<html><table><tr><td>1</td></tr></table></html>', 'files.tableIsWebPage'],
    ['\ufeff<?xml version="1.0"?><Workbook/>', 'files.tableIsWebPage'],
    ['{\n  "type": "FeatureCollection"\n}', 'files.tableUnreadable'],
    [noise, 'files.tableUnreadable'],
    [Buffer.from('%PDF-1.7\n'), 'files.tableUnreadable'],
    [Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), Buffer.alloc(300)]), 'files.zipBroken'],
  ]
  for (const [content, key] of cases)
    await assert.rejects(readTable(streamOf(content)), refusedWith(key), key)
})

test('limits: bytes, columns and cells before or while reading, rows while reading', async () => {
  const limits = { bytes: 200, rows: 2, columns: 3, cellLength: 5 }
  await assert.rejects(readAll('x'.repeat(201), { limits }), refusedWith('files.tooLarge'))
  await assert.rejects(readAll('a,b,c,d\n', { limits }), refusedWith('files.tooManyColumns'))
  await assert.rejects(readAll('a\n1\n2\n3\n', { limits }), refusedWith('files.tooManyRows'))
  await assert.rejects(
    readAll('{"a":1,"b":1}\n{"c":1,"d":1}', { limits }),
    refusedWith('files.tooManyColumns'),
  )
  const { rows } = await readAll('a,b\n1,123456\n2,x\n', { limits })
  assert.deepEqual(rows.map(plain), [
    [2, 'files.cellTooLong'],
    [3, '2', 'x'],
  ])
})

test('empty lines count as rows, and a flood of blank ones ends', async () => {
  const { rows } = await readAll(`${'\n'.repeat(1_100_000)}a,b\n\n1,2\n`)
  assert.deepEqual(rows.map(plain), [[1_100_003, '1', '2']])
  const limits = { rowsWithBlank: 100 }
  await assert.rejects(
    readAll(`a,b\n${',\n'.repeat(100)}`, { limits }),
    refusedWith('files.tooManyRows'),
  )
})

test('a stream of 20 MB and one byte is refused; one of 20 MB is read', async () => {
  const line = `${'字'.repeat(341)},1\n`
  const full = Buffer.from(
    `a,b\n${line.repeat(Math.floor((20 * 2 ** 20) / Buffer.byteLength(line)) - 1)}`,
  )
  const { rows } = await readAll(full)
  assert.ok(rows.length > 20_000)
  await assert.rejects(
    readTable(streamOf(Buffer.alloc(20 * 2 ** 20 + 1, 'a'))),
    refusedWith('files.tooLarge'),
  )
})

test('temporary files are gone when reading ends, stops early, fails or never begins', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'read-table-test-'))
  const usual = process.env.TMPDIR
  process.env.TMPDIR = folder
  t.after(() => {
    if (usual === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = usual
    rmSync(folder, { recursive: true })
  })
  await readAll('a\n1\n')
  const left = await readTable(streamOf('a\n1\n2\n'))
  assert.equal(readdirSync(folder).length, 1)
  for await (const _ of left.rows) break
  await assert.rejects(readTable(streamOf('')))
  const unread = await readTable(streamOf('a\n1\n'))
  await unread.close()
  assert.deepEqual(readdirSync(folder), [])
})
