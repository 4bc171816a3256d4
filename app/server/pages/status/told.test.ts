import assert from 'node:assert/strict'
import { test } from 'node:test'
import { languages } from '#foundation/languages.ts'
import type { Verb } from '#matters/matter/model.ts'
import type { ActRule } from '#matters/matter/procedure.ts'
import { allProcedures } from '#matters/matter/procedures.ts'
import type { MatterView } from '#matters/matter/server/view.ts'
import { tell } from './told.ts'

type Event = MatterView['timeline'][number]

const now = '2026-03-10T02:00:00.000Z'
const event = (act: Verb, more: Partial<Event> = {}): Event => ({
  seq: 2,
  at: now,
  act,
  branch: null,
  state: 'handling',
  actor: 'officer',
  office: '县城市管理局',
  officeId: null,
  shown: null,
  body: null,
  ...more,
})

/** Every act that somebody outside may read, with every way it may go. */
const told = allProcedures.flatMap(({ acts }) =>
  (Object.entries(acts) as [Verb, ActRule][])
    .filter(([, { audience }]) => audience !== 'inside')
    .flatMap(([verb, { branches }]) =>
      (branches ? Object.keys(branches) : [null]).map((branch) => ({ verb, branch })),
    ),
)

test('every act is told in both languages, even one whose record says nothing more', () => {
  for (const language of languages) {
    for (const { verb, branch } of told) {
      for (const shown of [null, {}]) {
        const { sentence, quote, details } = tell(event(verb, { branch, shown }), {
          own: true,
          language,
          now,
        })
        for (const text of [sentence, quote ?? '', ...(details ?? [])]) {
          assert.doesNotMatch(text, /[{}]|undefined|NaN|Invalid/, `${language} ${verb}: ${text}`)
          assert.doesNotMatch(text, /\b(portal|matter|accept|handle|dispatch|evaluate)\./)
          assert.doesNotMatch(text, /[：:，,给]\s*$| to$|（）/, `${language} ${verb}: ${text}`)
        }
      }
    }
  }
})

const tellOwn = (made: Event) => tell(made, { own: true, language: 'zh-CN', now })

test('a ground of the county itself is told in its own words, a code without words as it is', () => {
  const closed = (against: string, language: 'zh-CN' | 'en') =>
    tell(event('close', { state: 'closed', shown: { against, words: '' } }), {
      own: true,
      language,
      now,
    }).details?.join('')
  for (const language of languages) {
    for (const ground of ['历史遗留. 须由上级解决', 'pastCase']) {
      const told = closed(ground, language) ?? ''
      assert.ok(told.includes(ground), told)
      assert.doesNotMatch(told, /evaluate\./)
    }
    assert.doesNotMatch(closed('legalBar', language) ?? 'legalBar', /legalBar/)
  }
})

test('an imported answer without an outcome is told by its words alone', () => {
  const imported = event('feedBack', {
    state: 'closed',
    actor: 'system',
    office: null,
    shown: { reply: '已安排修复', office: '市政公司' },
    body: null,
  })
  for (const language of languages) {
    const { sentence, quote, details } = tell(imported, { own: false, language, now })
    assert.equal(quote, '已安排修复')
    assert.deepEqual(details, [])
    assert.doesNotMatch(sentence ?? '', /handle\.|outcome/)
  }
})

test('the reporter reads of their own acts as their own', () => {
  const amended = event('amend', {
    actor: 'receipt',
    office: null,
    shown: { changed: ['words', 'place'] },
  })
  assert.equal(tellOwn(amended).sentence, '您更正了内容、地点')
  assert.equal(
    tell(amended, { own: false, language: 'zh-CN', now }).sentence,
    '居民更正了内容、地点',
  )
})

test('a refusal says why and whom to turn to', () => {
  const shown = { reason: 'legalChannel', channel: 'court', reply: '请到县人民法院立案。' }
  assert.deepEqual(tellOwn(event('refuse', { shown })), {
    sentence: '县城市管理局告知不予受理',
    quote: '请到县人民法院立案。',
    details: ['原因：应当通过诉讼、仲裁、信访等法定途径', '可以找：人民法院'],
  })
})

test('an extension says the old and the new moment, a hold until when', () => {
  const granted = {
    amount: 3,
    unit: 'workingDay',
    reason: '等天晴',
    before: '2026-03-12T09:30:00.000Z',
    due: '2026-03-17T09:30:00.000Z',
  }
  const { sentence, quote, details } = tellOwn(
    event('decideExtension', { branch: 'granted', shown: granted }),
  )
  assert.match(sentence, /同意延期 3.个工作日$/)
  assert.equal(quote, '等天晴')
  assert.match(details?.[0] ?? '', /原来的期限是 3.月.12.日 17:30，现在是 3.月.17.日 17:30/)
  const held = event('suspend', {
    shown: { kind: 'engineering', reason: '等材料', wakeOn: '2026-04-01' },
  })
  assert.match(tellOwn(held).sentence, /暂缓办理，到 4.月.1.日自动恢复$/)
})

test('who looked at the contact is told with the purpose', () => {
  const read = event('readIdentity', { shown: { purpose: '核实地点' } })
  assert.equal(tellOwn(read).sentence, '县城市管理局查看了您的联系方式：核实地点')
})
