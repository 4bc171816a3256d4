import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { Type } from 'typebox'
import { Refused } from '#foundation/refusal.ts'
import { readAllLines, writeLines } from './analyse/json-lines.ts'

const folder = mkdtempSync(join(tmpdir(), 'linli 分析-'))
after(() => rmSync(folder, { recursive: true, force: true }))

type Ended = { code: number; out: string; err: string }

function run(...words: string[]): Promise<Ended> {
  const command = [join(import.meta.dirname, 'analyse.ts'), ...words]
  return new Promise((done) => {
    execFile(process.execPath, command, (error, out, err) => {
      done({ code: typeof error?.code === 'number' ? error.code : error ? 1 : 0, out, err })
    })
  })
}

const Row = Type.Object({ rid: Type.Integer(), label: Type.String() })
const fileOf = (name: string, content: string | Uint8Array) => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}
const refusalOf = async (name: string, content: string | Uint8Array) => {
  try {
    await readAllLines(fileOf(name, content), Row)
    return null
  } catch (error) {
    return error instanceof Refused
      ? { key: error.refusal.key, ...error.refusal.values, path: undefined }
      : error
  }
}

test('lines are read with or without a byte order mark, whatever ends them', async () => {
  const path = fileOf(
    'a.jsonl',
    '\ufeff{"rid":1,"label":"路"}\r\n\n{"rid":2,"label":"灯","more":[]}',
  )
  const rows = await readAllLines(path, Row)
  assert.deepEqual(
    rows.map(({ rid, label }) => `${rid}${label}`),
    ['1路', '2灯'],
  )
})

test('what cannot be read is named by file, line and field', async () => {
  const line = '{"rid":1,"label":"路"}\n'
  const said = (key: string, values: object) => ({ key, ...values, path: undefined })
  assert.deepEqual(await refusalOf('empty', '\n \n'), said('app.fileEmpty', {}))
  assert.deepEqual(await refusalOf('cut', `${line}{"rid":2`), said('app.lineBroken', { line: 2 }))
  const gbk = Buffer.concat([Buffer.from(line), Buffer.from([0xc2, 0xb7])])
  assert.deepEqual(await refusalOf('gbk', gbk), said('app.lineBroken', { line: 2 }))
  const field = said('app.lineRefused', { line: 3, field: 'label' })
  assert.deepEqual(await refusalOf('field', `${line}\n{"rid":2}`), field)
  const long = 'x'.repeat(9 * 1024 * 1024)
  assert.deepEqual(await refusalOf('long', line + long), said('app.lineBroken', { line: 2 }))
  await assert.rejects(readAllLines(join(folder, 'none'), Row), /app.fileUnreadable/)
  await assert.rejects(readAllLines(folder, Row), /app.fileUnreadable/)
})

test('what is written appears when it is whole, or not at all', async () => {
  const path = join(folder, 'out.jsonl')
  async function* broken() {
    yield { rid: 1 }
    throw new Error('power cut')
  }
  await assert.rejects(writeLines(path, broken()), /power cut/)
  assert.ok(!existsSync(path) && !existsSync(`${path}.part`))
  await writeLines(path, [{ rid: 1 }, { rid: 2 }])
  assert.equal(readFileSync(path, 'utf8'), '{"rid":1}\n{"rid":2}\n')
  await assert.rejects(writeLines(join(folder, 'none/out'), [{}]), /app.fileUnwritable/)
})

test('a wrong call shows the right one', async () => {
  const nothing = await run()
  assert.equal(nothing.code, 1)
  assert.match(nothing.err, /可用：bench、train/)
  const task = await run('bench', '--task', 'weather', '--in', 'a', '--out', 'b')
  assert.equal(task.code, 1)
  assert.match(task.err, /--task 应为：classify/)
  const file = await run('bench', '--task', 'classify', '--in', 'a')
  assert.equal(file.code, 1)
  assert.match(file.err, /linli analyse bench --task/)
})
