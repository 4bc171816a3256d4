import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { addMatters, emptyGrouping } from './groups.ts'
import { bareMatter } from './hot-matter.ts'
import { issuesOf } from './issues.ts'

// Real messages that stay outside the repository (issue 3): where they are, floors are kept.
const folder = join(import.meta.dirname, '../../../../shared/data/teddy2020')
const messages = join(folder, 'hot_messages.jsonl')
const known = join(folder, 'hot_gold_dev.csv')

type Message = {
  msg_id: number
  user: string
  time: string
  subject: string
  text: string
  likes: number
}

/** B-cubed F1 over the messages whose issue is known. */
function bCubed(truth: ReadonlyMap<string, string>, cluster: ReadonlyMap<string, number>): number {
  let [precision, recall] = [0, 0]
  for (const [id, issue] of truth) {
    const mine = [...truth].filter(([other]) => cluster.get(other) === cluster.get(id))
    const both = mine.filter(([, other]) => other === issue).length
    precision += both / mine.length
    recall += both / [...truth.values()].filter((other) => other === issue).length
  }
  const [p, r] = [precision / truth.size, recall / truth.size]
  return (2 * p * r) / (p + r)
}

test('real messages: B-cubed F1 at least 0.95, all known issues among the first five', {
  skip: existsSync(messages) && existsSync(known) ? false : 'the shared data is not here',
}, () => {
  const lines = readFileSync(messages, 'utf8').trim().split('\n')
  const matters = lines
    .map((line) => JSON.parse(line) as Message)
    .map(({ msg_id, user, time, subject, text, likes }) => ({
      ...bareMatter,
      id: String(msg_id),
      voice: user,
      at: Date.parse(`${time}Z`),
      headline: subject,
      words: text,
      support: likes,
    }))
    .sort((a, b) => a.at - b.at)
  const rows = readFileSync(known, 'utf8').trim().split('\n').slice(1)
  const truth = new Map(rows.map((row) => row.split(',').slice(0, 2) as [string, string]))
  const grouping = emptyGrouping()
  addMatters(grouping, matters)
  const cluster = new Map(matters.map(({ id }, at) => [id, grouping.own[at] ?? -1]))
  const f1 = bCubed(truth, cluster)
  assert.ok(f1 >= 0.95, `B-cubed F1 ${f1.toFixed(3)}`)
  const first = issuesOf(grouping, matters.at(-1)?.at ?? 0).slice(0, 5)
  const found = new Set(
    first.flatMap(({ members }) => members.flatMap(({ id }) => truth.get(id) ?? [])),
  )
  assert.equal(found.size, new Set(truth.values()).size)
})
