import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { newId } from '#foundation/server/new-id.ts'
import { publicActor } from '#people/actor.ts'
import { scopeOf } from '#people/guard.ts'
import type { Actor } from '#people/model.ts'
import { type MatterKit, openKit, refusalOf } from '../../../tests/matter-kit.ts'
import {
  actAs,
  county,
  holder,
  office,
  officeName,
  places,
  resident,
} from '../../../tests/matter-people.ts'
import type { Parts } from '../lists/search/excerpt.ts'
import { rankedMost } from '../lists/search/windows.ts'
import { listPage, type Names } from './list.ts'
import type { NewMatter } from './open.ts'

let kit: MatterKit
before(async () => {
  kit = await openKit()
})
after(() => kit.close())

const names: Names = {
  officeName: (_, id) => officeName.get(id) ?? null,
  divisionName: () => null,
  divisionsBelow: async (_, code) => [code],
}
const operator = actAs('operator')
const anybody = publicActor(county, 'zh-CN')

type Input = Parameters<typeof listPage>[0]

async function search(words: string, more: Partial<Input> = {}, by: Actor = operator) {
  const { now } = kit
  const rules = await kit.engine.countyOf(county, now)
  return kit.database.within(scopeOf(by), (sql) =>
    listPage({ words, ...more }, { by, now, sql, actId: newId(now) }, rules, names),
  )
}

const ids = async (...asked: Parameters<typeof search>) =>
  (await search(...asked)).rows.map(({ id }) => id)

/** A matter with words of its own; what others read is the same. */
function bring(title: string, words: string, more: Partial<NewMatter> = {}): Promise<string> {
  const told = { title, words, publicTitle: title, publicWords: words, placeText: '', ...more }
  return kit.newMatter({ published: true, ...told })
}

const reply = (matter: string, words: string, by = operator) =>
  kit.act('answer', matter, { shown: { reply: words } }, by)

const marked = (parts: Parts | null | undefined) =>
  parts?.filter(({ hit }) => hit).map(({ text }) => text)

test('title before words before reply; together before scattered; newer before older', async () => {
  const inReply = await bring('井的问题', '村口的井坏了。')
  await reply(inReply, '水泵房已换新水泵。')
  const older = await bring('没有水', '请看水泵房，坏了。')
  kit.later(24 * 30)
  const scattered = await bring('没有水', '水泵房的事情说过很多次，一直没有人来，门也坏了。')
  kit.later(1)
  const newer = await bring('没有水', '请看水泵房，坏了。')
  const inTitle = await bring('水泵房漏水', '地上都是水。')
  assert.deepEqual(await ids('水泵房'), [inTitle, newer, scattered, older, inReply])
  assert.deepEqual(await ids('水泵房 坏了'), [newer, older, scattered, inReply])
  assert.deepEqual(await ids('水泵房', { order: 'received' }), [
    ...[inTitle, newer].sort().reverse(),
    scattered,
    ...[inReply, older].sort().reverse(),
  ])
})

test('a reply is found with the matter, by whoever may read it', async () => {
  const open = await bring('树倒了', '路边的树倒了。', { reporter: resident().person })
  const closed = await bring('树歪了', '路边的树歪了。', {
    confidential: true,
    reporter: resident().person,
  })
  for (const matter of [open, closed]) await reply(matter, '园林队已扶正并浇水。')
  assert.deepEqual((await ids('园林队')).sort(), [open, closed].sort())
  assert.deepEqual(await ids('园林队 树倒了'), [open])
  assert.deepEqual(await ids('园林队', { publishedOnly: true }, anybody), [open])
  assert.deepEqual(await ids('园林队', { publishedOnly: true }), [open])
  assert.deepEqual(await ids('扶正', {}, holder(closed)), [closed])
  assert.deepEqual((await ids('扶正', {}, resident())).sort(), [open, closed].sort())
})

test('the public learns of a reply that is not theirs in no excerpt either', async () => {
  const matter = await bring('粉尘', '工地粉尘大。', { confidential: true })
  await reply(matter, '已约谈工地负责人。')
  const { rows } = await search('粉尘', { publishedOnly: true }, anybody)
  assert.deepEqual(
    rows.map(({ id, found }) => [id, found?.reply]),
    [[matter, null]],
  )
  const [told] = (await search('粉尘')).rows
  assert.equal(told?.found?.reply?.map(({ text }) => text).join(''), '已约谈工地负责人。')
})

test('what was replied last counts, and stays found when the words are put right', async () => {
  const matter = await bring('灰斑鸠', '叫了一夜。')
  await kit.act('supplement', matter, { shown: { reply: '先观察。' } }, operator)
  await kit.act('supplement', matter, { shown: { reply: '已请林业站放生。' } }, operator)
  await kit.act('amend', matter, { change: { publicWords: '叫了三夜。' } }, operator)
  assert.deepEqual(await ids('三夜 林业站'), [matter])
  assert.deepEqual(await ids('先观察'), [])
})

test('each reach finds what it sees: county, office, resident, receipt, public', async () => {
  const reporter = resident('丁')
  const made = { reporter: reporter.person, published: false }
  const housing = await kit.bring('handling', {
    lead: office.housing,
    made: { ...made, publicWords: '琉璃瓦掉了。' },
  })
  const water = await kit.bring('handling', {
    lead: office.water,
    made: { publicWords: '琉璃瓦堵了水管。', published: true },
  })
  const about = await kit.newMatter({
    publicWords: '琉璃瓦没人修。',
    published: false,
    shutOut: [office.housing],
  })
  assert.deepEqual((await ids('琉璃瓦')).sort(), [housing, water, about].sort())
  assert.deepEqual(await ids('琉璃瓦', {}, actAs('handler', office.housing)), [housing])
  assert.deepEqual(await ids('琉璃瓦', {}, actAs('handler', office.water)), [water])
  assert.deepEqual(await ids('琉璃瓦', {}, reporter), [housing])
  assert.deepEqual(await ids('琉璃瓦', {}, holder(housing)), [housing])
  assert.deepEqual(await ids('琉璃瓦', { publishedOnly: true }, anybody), [water])
  assert.deepEqual(await ids('琉璃瓦', {}, actAs('systemAdmin', office.housing)), [])
})

test('place, office, state and period narrow what is found', async () => {
  const { now } = kit
  const made = { publicWords: '青铜门环不见了。', division: places.willow }
  const handled = await kit.bring('handling', { lead: office.water, made })
  kit.later(24 * 3)
  const fresh = await kit.newMatter({ ...made, division: places.orchard })
  const day = (at: Date) => at.toISOString().slice(0, 10)
  assert.deepEqual(await ids('青铜门环', { division: places.willow }), [handled])
  assert.deepEqual(await ids('青铜门环', { office: office.water }), [handled])
  assert.deepEqual(await ids('青铜门环', { state: 'reported' }), [fresh])
  assert.deepEqual(await ids('青铜门环', { from: day(kit.now) }), [fresh])
  assert.deepEqual(await ids('青铜门环', { to: day(now) }), [handled])
})

test('a number is found whole, without its county, and by its last digits', async () => {
  const matter = await bring('门牌', '门牌号看不清。')
  const { number } = await kit.read(matter)
  const [, year, serial = ''] = number.split('-')
  const other = await bring('门牌 2 号', `编号 ${serial.slice(-4)} 的门牌也是。`)
  for (const typed of [number, `${year}-${Number(serial)}`, `${year}－${serial}`])
    assert.deepEqual(await ids(typed), [matter], typed)
  for (const typed of [serial, serial.slice(-4), `${Number(serial)}`]) {
    const [first] = await ids(typed)
    assert.equal(first, matter, typed)
  }
  // The number goes before what only holds the digits, in any order of the list both are there.
  assert.deepEqual((await ids(serial.slice(-4))).slice(0, 2), [matter, other])
  assert.ok((await ids(serial.slice(-4), { order: 'received' })).includes(matter))
  assert.deepEqual(await ids('2020-9'), [])
})

test('what was looked for is set apart in title, words and reply, and stays text', async () => {
  const title = '<b>窨井盖</b>响'
  const matter = await bring(title, `来往很多车。${'车'.repeat(200)}，窨井盖响个不停。`)
  await reply(matter, '窨井盖已加胶垫，电话 138****0000。')
  const [row] = (await search('窨井盖')).rows
  assert.deepEqual(row?.found?.title, [
    { text: '<b>', hit: false },
    { text: '窨井盖', hit: true },
    { text: '</b>响', hit: false },
  ])
  // The title says it all; where it does not, the words are told too.
  assert.equal(row?.found?.words, null)
  assert.deepEqual(marked(row?.found?.reply), ['窨井盖'])
  const [more] = (await search('窨井盖 不停')).rows
  assert.deepEqual(marked(more?.found?.words), ['窨井盖', '不停'])
  assert.equal(more?.found?.words?.[0]?.text, '…')
})

test('a number hidden from the public in words and place finds nothing and stands in no excerpt', async () => {
  const phone = '13812345678'
  const made = { placeText: `找老张 ${phone}`, publicWords: '水表房锁着，138********。' }
  await kit.newMatter({ ...made, words: `水表房锁着，${phone}。`, published: true })
  assert.deepEqual(await ids(phone), [])
  const { rows } = await search('水表房', { publishedOnly: true }, anybody)
  assert.equal(rows.length, 1)
  assert.ok(!JSON.stringify(rows).includes(phone))
})

test('whatever is typed is answered', async () => {
  for (const typed of ['!!', '，。？', '🚧', "'", ' - ']) {
    const page = await search(typed)
    assert.deepEqual([page.rows, page.search?.readable], [[], false], typed)
  }
  const sorts = ["' or 1=1 --", 'a & | ! (', ':*', '<->', '\u0000灯', '路'.repeat(100), '\ud800']
  for (const typed of sorts) assert.ok((await search(typed)).rows.length >= 0)
  assert.equal((await search('   ')).search, undefined)
})

test('many pages: every row once, older ones after the newest hundred', async () => {
  const count = rankedMost + 10
  const made: string[] = []
  for (let i = 0; i < count; i += 1) {
    kit.later(1)
    made.push(await bring(`鹅卵石 ${i}`, '鹅卵石松了。'))
  }
  for (const order of ['relevance', 'received'] as const) {
    const found: string[] = []
    let after: string | undefined
    do {
      const page = await search('鹅卵石', { order, limit: 50, ...(after && { after }) })
      if (found.length === 0 && order === 'relevance') {
        const oldest = await kit.read(made[10] ?? '')
        assert.deepEqual(
          [page.search?.among, page.search?.since],
          [rankedMost, oldest.receivedAt.toISOString()],
        )
      }
      found.push(...page.rows.map(({ id }) => id))
      after = page.next ?? undefined
    } while (after)
    assert.deepEqual(found, made.toReversed(), order)
  }
})

test('a page mark that is none is refused', async () => {
  for (const after of ['best_x', 'best_1_2', '12'])
    assert.equal((await refusalOf(search('鹅卵石', { after }))).key, 'foundation.fieldWrongType')
})
