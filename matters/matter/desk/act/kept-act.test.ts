import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { keepDraft } from '#foundation/desk/form/draft.ts'
import { isId } from '#foundation/ids.ts'
import { beginAct, type KeptAct, resumeAct } from './kept-act.ts'

const kept = new Map<string, string>()
globalThis.sessionStorage = {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => void kept.set(key, value),
  removeItem: (key: string) => void kept.delete(key),
} as Storage

type Draft = { reason: string }
beforeEach(() => kept.clear())

test('what was typed is there again, as a new act on what is on the screen now', () => {
  const before = beginAct<Draft>(3, { reason: '等材料' })
  keepDraft('act.x', before)
  const now = resumeAct<Draft>('act.x', 5)
  assert.deepEqual(now.typed, { reason: '等材料' })
  assert.equal(now.seen, 5)
  assert.notEqual(now.actId, before.actId)
  assert.ok(isId(now.actId))
})

test('what was sent without an answer may only be sent again as it was', () => {
  const sent: KeptAct<Draft> = { ...beginAct<Draft>(3, { reason: '等材料' }), unanswered: true }
  keepDraft('act.x', sent)
  assert.deepEqual(resumeAct<Draft>('act.x', 5), sent)
})

test('nothing kept, or something else under the name, begins anew', () => {
  assert.deepEqual(resumeAct<Draft>('act.x', 2).typed, {})
  kept.set('linli.draft.act.x', '{"words":1}')
  assert.deepEqual(resumeAct<Draft>('act.x', 2).typed, {})
})
