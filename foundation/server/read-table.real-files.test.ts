import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { readTable, type Table } from './read-table.ts'

// Real data lives beside the repository and never in it; without it these tests skip.
const data = join(import.meta.dirname, '../../../shared/data')

async function countWhole(path: string): Promise<{ table: Table; rows: number; broken: number }> {
  const table = await readTable(path)
  let rows = 0
  let broken = 0
  for await (const row of table.rows) {
    rows += 1
    if ('error' in row) broken += 1
  }
  return { table, rows, broken }
}

const files = [
  { path: 'open311/nyc311_2013-12-25.csv', rows: 2386, columns: 48, format: 'csv' },
  { path: 'teddy2020/replies_train.jsonl', rows: 2252, columns: null, format: 'jsonl' },
  { path: 'teddy2020/label_tree.csv', rows: 517, columns: 3, format: 'csv' },
  { path: 'open311/chicago_georeport_v2_sample.json', rows: null, columns: null, format: 'json' },
]

for (const { path, rows, columns, format } of files) {
  const whole = join(data, path)
  test(`${path} is read whole`, { skip: !existsSync(whole) }, async () => {
    const found = await countWhole(whole)
    assert.equal(found.table.format, format)
    assert.equal(found.table.encoding, 'utf-8')
    assert.deepEqual(found.table.notes, [])
    assert.equal(found.broken, 0)
    if (rows !== null) assert.equal(found.rows, rows)
    if (columns !== null) assert.equal(found.table.headers.length, columns)
  })
}
