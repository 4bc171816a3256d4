import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { promisify } from 'node:util'
import { workbookParts, zipOf } from '../../tests/make-workbook.ts'

const rowCount = 100_000
const growthMax = 150 * 2 ** 20
const folder = await mkdtemp(join(tmpdir(), 'linli-memory-'))
after(() => rm(folder, { recursive: true }))

const words = (row: number) => `居民反映第${row}号路灯已坏三天，夜里出行不便，请尽快派人查看并回复`

async function writeLines(name: string, line: (row: number) => string): Promise<string> {
  const path = join(folder, name)
  const out = createWriteStream(path)
  for (let row = 0; row <= rowCount; row++) if (!out.write(line(row))) await once(out, 'drain')
  out.end()
  await once(out, 'finish')
  return path
}

// Measured in a process of its own, where nothing else has filled the heap before.
const script = `
  import { readTable } from ${JSON.stringify(import.meta.resolve('./read-table.ts'))}
  const before = process.memoryUsage().rss
  let most = before
  let rows = 0
  for await (const row of (await readTable(process.argv[1])).rows) {
    if ('cells' in row) rows += 1
    if (rows % 2000 === 0) most = Math.max(most, process.memoryUsage().rss)
  }
  console.log(JSON.stringify({ rows, growth: most - before }))`

async function staysSmall(path: string): Promise<void> {
  const words = ['--input-type=module-typescript', '--eval', script, path]
  const { stdout } = await promisify(execFile)(process.execPath, words)
  const { rows, growth } = JSON.parse(stdout) as { rows: number; growth: number }
  assert.equal(rows, rowCount)
  assert.ok(growth < growthMax, `grew by ${Math.round(growth / 2 ** 20)} MB`)
}

test('100,000 rows of CSV grow the process by less than 150 MB', async () => {
  await staysSmall(
    await writeLines('a.csv', (row) => (row ? `${row},"${words(row)}",x,y,z\n` : 'a,b,c,d,e\n')),
  )
})

test('100,000 lines of JSON grow the process by less than 150 MB', async () => {
  await staysSmall(
    await writeLines('a.jsonl', (row) => (row ? `{"a":${row},"b":"${words(row)}"}\n` : '\n')),
  )
})

test('100,000 rows of XLSX grow the process by less than 150 MB', async () => {
  const rows: string[] = [
    '<row><c t="str"><v>a</v></c><c t="str"><v>b</v></c><c t="str"><v>c</v></c></row>',
  ]
  for (let row = 1; row <= rowCount; row++) {
    rows.push(
      `<row><c><v>${row}</v></c><c t="s"><v>${row - 1}</v></c><c t="str"><v>x</v></c></row>`,
    )
  }
  const texts = Array.from({ length: rowCount }, (_, row) => `<si><t>${words(row)}</t></si>`).join(
    '',
  )
  const path = join(folder, 'a.xlsx')
  await writeFile(
    path,
    zipOf(workbookParts({ sheets: [{ name: 'a', rows: rows.join('') }], texts })),
  )
  await staysSmall(path)
})
