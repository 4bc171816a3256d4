import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { searchVectorText } from '#foundation/bigrams.ts'
import type { Contract, InputOf, OutputOf } from '#foundation/contract.ts'
import type { ActId } from '#foundation/ids.ts'
import { stopwatch } from '#foundation/server/clock.ts'
import { newId } from '#foundation/server/new-id.ts'
import type { Day } from '#foundation/time.ts'
import type { Actor } from '#people/model.ts'
import { connected } from '../../../../tests/cluster.ts'
import { type MatterKit, openKit, refusalOf } from '../../../../tests/matter-kit.ts'
import { actAs, county, office, officeName, places } from '../../../../tests/matter-people.ts'
import { answeredBefore } from '../../retrieve/contract.ts'
import { suggestLead } from '../../route/contract.ts'
import { openLiveModels } from '../learn/live-models.ts'
import { trainModels } from '../learn/train-models.ts'
import type { ListedLead } from './answers.ts'
import { answersRoutes } from './routes.ts'
import { openWordCounts, placesOf } from './word-counts.ts'

const names = {
  officeName: (_: number, id: string) => officeName.get(id) ?? null,
  divisionName: () => null,
  divisionsBelow: async (_: unknown, code: string) => [code],
}
let kit: MatterKit
const listed: ListedLead[] = []
const models = openLiveModels()
const operator = actAs('operator')

before(async () => {
  kit = await openKit()
})
after(() => kit.close())

async function ask<C extends Contract>(contract: C, input: InputOf<C>, by: Actor = operator) {
  const { engine } = kit
  const wordCounts = openWordCounts(kit.database)
  const listedLeads = async () => listed
  const routes = answersRoutes({ engine, names, models, wordCounts, listedLeads })
  const asked = { by, now: kit.now, actId: newId<ActId>(kit.now), address: '', token: null }
  const found = routes.find((route) => route.contract.name === contract.name)
  return (await found?.handle(input, asked)) as OutputOf<C>
}

type Past = { title: string; reply: string; lead?: string; shutOut?: string[] }

/** A matter of the past as it stands in the store when it has ended. */
async function writeEnded({ title, reply, lead, shutOut = [] }: Past): Promise<string> {
  const made = { title, words: title, publicTitle: title, publicWords: title, shutOut }
  const id = await kit.newMatter(made)
  await connected(kit.url, async (client) => {
    await client.query(
      `update matters set state = 'closed', closed_at = now(), lead_office = $3, division = $4, category = 'road-hole'
       where county = $1 and id = $2`,
      [county, id, lead ?? null, places.willow],
    )
    await client.query(
      `insert into matter_words (county, matter, received_at, search)
       select county, id, received_at, to_tsvector('simple', $3) from matters where county = $1 and id = $2
       on conflict (county, matter) do update set search = excluded.search`,
      [county, id, searchVectorText(`${title}\n${reply}`)],
    )
    await client.query(
      `insert into events (county, matter, seq, id, act_id, at, act, actor_kind, state, body, shown, audience, answer)
       values ($1, $2, 90, gen_random_uuid(), gen_random_uuid(), now(), 'feedBack', 'officer', 'closed', '{}',
         jsonb_build_object('reply', $3::text), 'resident', '{}')`,
      [county, id, reply],
    )
  })
  return id
}

const lampReply = '经现场查看，东门三盏路灯因电缆老化停电，已更换电缆并恢复照明。'

test('how the same was answered before: replies that say something, best first, of matters one may see', async () => {
  const lamp = await writeEnded({
    title: '柳河东门路灯不亮',
    reply: lampReply,
    lead: office.streets,
  })
  await writeEnded({ title: '路灯不亮', reply: '您好！您反映的问题已转有关部门处理。' })
  await writeEnded({ title: '南桥路灯不亮', reply: lampReply })
  const hidden = await writeEnded({
    title: '西街路灯不亮',
    reply: '西街路灯的控制箱进水，已更换控制箱，当晚亮灯。',
    shutOut: [office.tower],
  })
  await writeEnded({ title: '小学报名', reply: '请带户口簿到学区学校登记报名，六月十日截止。' })
  const made = { title: '东门路灯又坏了', words: '东门路灯不亮，晚上很黑', category: 'road-hole' }
  const matter = await kit.newMatter(made)
  const found = await ask(answeredBefore, { matter })
  assert.deepEqual(new Set(found.slice(0, 2).map(({ reply }) => reply)).has(lampReply), true)
  assert.equal(found.filter(({ reply }) => reply === lampReply).length, 1)
  assert.ok(found.some(({ id }) => id === hidden))
  assert.ok(found.every(({ reply }) => !reply.includes('已转')))
  assert.ok(found.every(({ title }) => title !== '小学报名'))
  assert.ok(found[0]?.because.some((piece) => piece.includes('路灯')))
  const seen = await ask(answeredBefore, { matter }, actAs('operator', office.tower))
  assert.ok(!seen.some(({ id }) => id === hidden))
  assert.ok(lamp !== '')
})

test('nothing to look for finds nothing, and a matter one may not see is none', async () => {
  const matter = await kit.newMatter({ title: '。', words: '👍', shutOut: [office.tower] })
  assert.deepEqual(await ask(answeredBefore, { matter }), [])
  const shutOut = actAs('operator', office.tower)
  for (const contract of [answeredBefore, suggestLead])
    assert.equal((await refusalOf(ask(contract, { matter }, shutOut))).key, 'matter.notFound')
})

test('places of a division, widest first', () => {
  assert.deepEqual(placesOf('990101001002'), ['990101', '990101001', '990101001002'])
  assert.deepEqual(placesOf('990101001000'), ['990101', '990101001'])
  assert.deepEqual(placesOf(null), [])
})

/** A hundred and fifty matters of the past that one office led. */
async function writeLed(words: string, lead: string): Promise<void> {
  await connected(kit.url, (client) =>
    client.query(
      `insert into matters (county, id, number, kind, procedure, state, version, title, words, public_title,
         public_words, channel, received_at, confidential, reply_wanted, published, closed_at, lead_office)
       select $1::int, gen_random_uuid(), gen_random_uuid()::text, 'request', 1, 'archived', 1, '', n || '号楼' || $2,
         '', '', 'import', now() - interval '300 days', false, true, false, now(), $3
       from generate_series(1, 150) n`,
      [county, words, lead],
    ),
  )
}

test('who leads: the duty list, else who led like matters, and it says which', async () => {
  const matter = await kit.newMatter({
    ...{ title: '路灯坏了', words: '巷口路灯坏了两盏', category: 'road-hole' },
  })
  assert.deepEqual(await ask(suggestLead, { matter }), { source: 'none', offices: [] })

  const [streets, tower] = [office.streets, office.tower]
  await writeLed('路灯坏了，夜里看不见路，请修路灯', streets)
  await writeLed('工地夜里施工，噪音吵得睡不着', tower)
  const training = { database: kit.database, clock: stopwatch }
  const today = '2026-11-23' as Day
  const { signal } = new AbortController()
  const learnt = {
    county,
    task: 'office',
    now: new Date(kit.now.getTime() + 1000),
    today,
    signal,
  } as const
  const row = await trainModels(training, learnt)
  assert.deepEqual([row.trouble, row.categories], [null, 2])
  assert.equal(row.outcome, 'live')
  const { source, offices } = await ask(suggestLead, { matter })
  assert.deepEqual([source, offices[0]?.office], ['history', streets])
  assert.ok((offices[0]?.probability ?? 0) > 0.5)
  assert.ok(offices[0]?.because.some((piece) => piece.includes('路灯')))

  listed.push({ office: tower, name: '塔山镇', item: '3', basis: '《条例》第五条' })
  const certain = await ask(suggestLead, { matter })
  assert.deepEqual([certain.source, certain.offices[0]?.basis], ['dutyList', '《条例》第五条'])
  assert.equal(certain.offices[0]?.probability, null)
})
