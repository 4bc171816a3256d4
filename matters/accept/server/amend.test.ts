import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { connected } from '../../../tests/cluster.ts'
import { type MatterKit, openKit, refusalOf } from '../../../tests/matter-kit.ts'
import { actAs, county, holder, resident } from '../../../tests/matter-people.ts'
import { amendDeed } from './amend.ts'

let kit: MatterKit
before(async () => {
  kit = await openKit(() => [amendDeed])
})
after(() => kit.close())

const words = '桥头镇菜市场门口的下水道堵了。'
const title = '桥头镇菜市场门口的下水道堵了'
const said = { words, title, publicWords: words, publicTitle: title }
const reported = () => kit.newMatter({ ...said, recordedBy: null })

type Row = { found: boolean; datum: string | null }
const rowOf = (matter: string, phrase: string): Promise<Row | undefined> =>
  connected(kit.url, async (client) => {
    const { rows } = await client.query<Row>(
      `select w.search @@ to_tsquery('simple', $3) as found, m.datum
         from matters m join matter_words w on w.matter = m.id where m.county = $1 and m.id = $2`,
      [county, matter, phrase],
    )
    return rows[0]
  })

test('the reporter puts words and place right; title, public text and search follow', async () => {
  const matter = await reported()
  const better = '桥头镇农贸市场门口的窨井堵了，电话13812345678。'
  const place = { text: '北门', lon: 111.5, lat: 27.9 }
  await kit.act('amend', matter, { words: better, place }, holder(matter))
  const now = await kit.read(matter)
  assert.equal(now.state, 'reported')
  assert.equal(now.words, better)
  assert.equal(now.title, '桥头镇农贸市场门口的窨井堵了，电话13812345678')
  assert.doesNotMatch(`${now.publicTitle} ${now.publicWords}`, /13812345678/)
  assert.deepEqual([now.placeText, now.lon, now.lat], ['北门', 111.5, 27.9])
  assert.deepEqual(await rowOf(matter, "'窨井'"), { found: true, datum: 'WGS84' })
  assert.equal((await rowOf(matter, "'下水'"))?.found, false)
})

test('the record keeps what was said before for the offices, and tells the resident what was corrected', async () => {
  const matter = await reported()
  await kit.act('amend', matter, { words: '另一件事：路灯坏了。' }, holder(matter))
  const event = (await kit.events(matter)).at(-1)
  assert.equal(event?.audience, 'resident')
  assert.deepEqual(event?.body, { changed: ['words'], wordsBefore: words })
  assert.deepEqual(event?.shown, { changed: ['words'] })
})

test('a title an officer wrote stays, a point that is taken away goes with its datum', async () => {
  const by = actAs('operator')
  const matter = await kit.newMatter({ ...said, title: '下水道' }, by)
  await kit.act('amend', matter, { words: '菜市场门口的路灯坏了', place: { lon: 1, lat: 2 } }, by)
  assert.equal((await kit.read(matter)).title, '下水道')
  await kit.act('amend', matter, { place: { text: '北门' } }, by)
  const { lon, lat } = await kit.read(matter)
  assert.deepEqual([lon, lat, (await rowOf(matter, "'路灯'"))?.datum], [null, null, null])
})

test('only whoever reported or recorded it, only while it is reported, only within the window', async () => {
  const matter = await reported()
  const asked = { words: '路灯坏了四盏' }
  const why = async (by: Parameters<MatterKit['act']>[3], at?: Date) =>
    (await refusalOf(kit.act('amend', matter, asked, by, at))).key
  assert.equal(await why(resident()), 'matter.notFound')
  assert.equal(await why(actAs('dispatcher')), 'matter.otherPostOnly')
  assert.equal(await why(actAs('operator')), 'matter.recorderOnly')
  const late = new Date(kit.now.getTime() + 31 * 60_000)
  assert.equal(await why(holder(matter), late), 'accept.amendOver')
  await kit.act('accept', matter, {}, actAs('operator'))
  assert.equal(await why(holder(matter)), 'matter.notInThisState')
})
