import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { run as reply } from './reply.ts'
import { run as route } from './route.ts'
import { run as search } from './search.ts'

const real = join(import.meta.dirname, '../../../../shared/data/teddy2020/replies_train.jsonl')
const skip = existsSync(real) ? false : 'the shared replies are not at hand'

type Row = { msg_id: number; subject: string; text: string; reply: string } & {
  substantive: 0 | 1
  weak_dept?: string
}
type Said = { msg_id: number; substantive?: 0 | 1; depts?: string[]; ranked?: number[] }

const rows: Row[] = skip
  ? []
  : readFileSync(real, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Row)
/** Every fifth is asked, the others are learnt from. */
const isAsked = (_: Row, i: number) => i % 5 === 0
const asked = new Map(rows.filter(isAsked).map((row) => [row.msg_id, row]))

let folder: string
const path = (name: string) => join(folder, `${name}.jsonl`)
const write = (name: string, lines: readonly object[]) =>
  writeFile(path(name), lines.map((line) => JSON.stringify(line)).join('\n'))

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'linli-answers-'))
  const learnt = rows.filter((row, i) => !isAsked(row, i))
  const questions = [...asked.values()].map(({ msg_id, subject, text }) => ({
    msg_id,
    subject,
    text,
  }))
  const replies = rows.map(({ msg_id, reply }) => ({ msg_id, reply }))
  await write('train', learnt)
  await write('questions', questions)
  await write('corpus', replies)
  await write(
    'replies',
    [...asked.values()].map(({ substantive: _, ...row }) => row),
  )
})
after(() => rm(folder, { recursive: true }))

async function said(): Promise<Said[]> {
  const text = await readFile(path('out'), 'utf8')
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Said)
}
const quiet = () => {}
const rowOf = (id: number) => {
  const row = asked.get(id)
  assert.ok(row)
  return row
}

function emptyF1(answers: readonly Said[]): number {
  const called = answers.filter(({ substantive }) => substantive === 0)
  const right = called.filter(({ msg_id }) => rowOf(msg_id).substantive === 0).length
  const there = [...asked.values()].filter(({ substantive }) => substantive === 0).length
  return (2 * right) / (called.length + there)
}

// The floors stand a little below what five-fold cross-validation gives, so that a worse day of the dice is no failure.
test('real replies: empty ones are found, by rule alone and learnt', { skip }, async () => {
  await reply({ in: path('replies'), out: path('out') }, quiet)
  assert.ok(emptyF1(await said()) > 0.8)
  await reply({ train: path('train'), in: path('replies'), out: path('out') }, quiet)
  assert.ok(emptyF1(await said()) > 0.82)
})

test('real messages: the department is among three', { skip }, async () => {
  await route({ train: path('train'), in: path('questions'), out: path('out') }, quiet)
  const known = (await said()).filter(({ msg_id }) => rowOf(msg_id).weak_dept !== undefined)
  const among = known.filter(({ msg_id, depts }) => depts?.includes(rowOf(msg_id).weak_dept ?? ''))
  const first = known.filter(({ msg_id, depts }) => depts?.[0] === rowOf(msg_id).weak_dept)
  assert.ok(among.length / known.length > 0.74)
  assert.ok(first.length / known.length > 0.48)
})

test('real subjects: their own reply comes near the front', { skip }, async () => {
  const files = { train: path('train'), in: path('questions'), corpus: path('corpus') }
  await search({ ...files, out: path('out') }, quiet)
  const answers = await said()
  const places = answers.map(({ msg_id, ranked }) => (ranked?.indexOf(msg_id) ?? -1) + 1)
  const mrr = places.reduce((sum, place) => sum + (place > 0 ? 1 / place : 0), 0) / answers.length
  assert.ok(mrr > 0.63, String(mrr))
})
