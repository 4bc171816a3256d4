import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addMatters, emptyGrouping, type Grouping } from './groups.ts'
import { agreementOf, fading, heatOf, titleOf } from './heat.ts'
import { bareMatter, type HotMatter } from './hot-matter.ts'
import { type Issue, issuesOf } from './issues.ts'
import { cutAreas, namesIn } from './names.ts'
import { piecesOf } from './pieces.ts'
import { placeFactor } from './place.ts'
import { placeOf, weeksOf } from './portrait.ts'

const day = 86_400_000
const start = Date.UTC(2026, 2, 1)

let made = 0
function said(
  voice: string,
  headline: string,
  words = '',
  more: Partial<HotMatter> = {},
): HotMatter {
  made += 1
  return { ...bareMatter, id: `m${made}`, voice, at: start + made * day, headline, words, ...more }
}

/** Residents of an invented county on everything under the sun, so that words have a weight. */
const background = [
  ['青石路路灯三天不亮', '晚上从青石路走回家，一路都是黑的，盼尽快修好。'],
  ['云溪菜场门口污水横流', '云溪菜场早市之后地上全是脏水，走路很滑。'],
  ['公交六路早高峰太挤', '六路车早上七点半根本挤不上去，能不能加开两班。'],
  ['桃花村水渠淤塞', '春灌快到了，桃花村三组的水渠还堵着，没人清理。'],
  ['咨询老年卡怎么补办', '老人的卡丢了，请问在哪里补办，要带什么材料。'],
  ['城南小学门口接送拥堵', '放学时城南小学门口车停三排，孩子过马路很危险。'],
  ['电梯停运一周', '我家住十二楼，电梯坏了一周，老人下不了楼。'],
  ['河边有人焚烧秸秆', '傍晚河边一片烟，呛得睁不开眼睛。'],
  ['自来水发黄', '这几天早上放出来的水是黄的，能不能检测一下。'],
  ['树枝压到电线', '巷子口的大树长得太密，树枝搭在电线上，刮风就冒火花。'],
  ['建议增设图书角', '村里孩子放假没处看书，建议活动室里办个图书角。'],
  ['工地欠薪', '我们十几个人在工地干了三个月，工钱一直没有结。'],
].map(([headline = '', words], i) => said(`neighbour ${i}`, headline, words))

const noise = [
  ['锦绣园小区楼下烧烤店油烟扰民', '锦绣园小区一楼烧烤店油烟直排，窗户不敢开。'],
  ['锦绣园烧烤店油烟太大', '楼下烧烤店每天营业到凌晨，油烟熏得全家咳嗽。'],
  ['投诉锦绣园小区烧烤店油烟', '烧烤店没有装油烟净化设备，烟全往楼上飘。'],
  ['锦绣园小区烧烤油烟何时有人管', '反映多次了，烧烤店的油烟还是直排进小区。'],
].map(([headline = '', words], i) => said(`garden ${i}`, headline, words))

const leaks = [
  ['锦绣园小区外墙渗水', '一下雨外墙就渗水，客厅墙面都发霉了，开发商推给物业。'],
  ['锦绣园外墙渗水无人维修', '顶楼外墙渗水两年，物业说维修基金不够，墙面发霉脱落。'],
  ['锦绣园小区墙面渗水发霉', '外墙渗水把卧室墙面泡坏了，盼启动维修基金。'],
].map(([headline = '', words], i) => said(`wall ${i}`, headline, words))

function grouped(matters: readonly HotMatter[], oneByOne = false): Grouping {
  const grouping = emptyGrouping()
  if (oneByOne) for (const matter of matters) addMatters(grouping, [matter])
  else addMatters(grouping, matters)
  return grouping
}

const groupOf = (grouping: Grouping, { id }: HotMatter) =>
  grouping.own[grouping.index.kept.findIndex(({ matter }) => matter.id === id)]

const together = (grouping: Grouping, matters: readonly HotMatter[]) =>
  new Set(matters.map((matter) => groupOf(grouping, matter))).size === 1

const idsOf = ({ members }: Issue) => members.map(({ id }) => id).sort()
const now = start + 60 * day

test('names end in their kind and begin where the sentence around them ends', () => {
  const found = (text: string) => namesIn(text).map(({ from, to }) => text.slice(from, to))
  assert.deepEqual(found('我是锦绣园小区的业主'), ['锦绣园'])
  assert.deepEqual(found('投诉青石路附近的云溪幼儿园'), ['青石路', '云溪幼儿园'])
  assert.deepEqual(found('请问怎么办'), [])
})

test('areas written as a code part texts and name no place', () => {
  const { text, areas } = cutAreas('b3区锦绣园')
  assert.deepEqual([text.trim(), text.length, areas], ['锦绣园', 6, ['b3区']])
})

test('pieces: names say where, the rest says what; no pair carries one into the other', () => {
  const { pieces } = piecesOf('锦绣园油烟', '')
  assert.deepEqual(
    pieces.map(({ named }) => named),
    [true, true, false],
  )
  assert.equal(piecesOf('', '🙂🙂').pieces.length, 0)
  assert.ok(piecesOf('', '好'.repeat(50_000)).pieces.length > 0)
})

test('points decide, then townships, then the areas in the text', () => {
  const at = (more: Partial<HotMatter>, areas: string[] = []) => ({
    matter: said('a', '', '', more),
    areas,
  })
  const here = { lon: 112.9, lat: 28.2 }
  assert.equal(placeFactor(at(here), at({ lon: 112.901, lat: 28.2 })), 1.25)
  assert.equal(placeFactor(at(here), at({ lon: 113.2, lat: 28.2 })), 0.5)
  assert.equal(placeFactor(at({ division: '430199001001' }), at({ division: '430199002001' })), 0.5)
  assert.equal(placeFactor(at({ division: '430199001001' }), at({ division: '430199' })), 1)
  assert.equal(placeFactor(at({}, ['b3区']), at({}, ['b4区'])), 0.5)
  assert.equal(placeFactor(at({ branch: '01' }), at({ branch: '02' })), 0.8)
})

test('one problem of one estate is one issue; another problem there is another; what is alone stays alone', () => {
  for (const oneByOne of [false, true]) {
    const grouping = grouped([...background, ...noise, ...leaks], oneByOne)
    assert.ok(together(grouping, noise))
    assert.ok(together(grouping, leaks))
    assert.notEqual(
      groupOf(grouping, noise[0] as HotMatter),
      groupOf(grouping, leaks[0] as HotMatter),
    )
    const [first, second, ...others] = issuesOf(grouping, now)
    assert.deepEqual([first?.residents, second?.residents, others.length], [4, 3, 0])
    assert.match(first?.title ?? '', /锦绣园.*油烟/v)
    assert.equal(first?.place, '锦绣园')
  }
})

test('a matter about both problems joins one and fuses nothing', () => {
  const bridge = said(
    'both',
    '锦绣园小区油烟和渗水',
    '楼下烧烤店油烟直排，外墙又渗水发霉，没人管。',
  )
  const grouping = grouped([...background, ...noise, ...leaks, bridge], true)
  assert.notEqual(
    groupOf(grouping, noise[0] as HotMatter),
    groupOf(grouping, leaks[0] as HotMatter),
  )
})

test('two groups that a bridge shows to be one become one', () => {
  const one = [
    said('w1', '滨河步道护栏断裂', '滨河步道护栏断了一截，散步的孩子差点掉下去。'),
    said('w2', '滨河步道护栏坏了', '步道护栏倒在地上，晚上看不见，很危险。'),
  ]
  const two = [
    said('w3', '滨河步道栏杆缺失', '步道的栏杆少了五米，孩子容易掉进河里。'),
    said('w4', '滨河步道栏杆护栏断裂缺失', '步道护栏、栏杆都断了，散步危险，孩子差点掉下去。'),
  ]
  assert.ok(together(grouped([...background, ...one, ...two], true), [...one, ...two]))
})

test('a phrase one resident sends 73 times is no issue, however warm its words', () => {
  const stock = Array.from({ length: 73 }, (_, i) =>
    said(
      'insistent',
      `请落实惠民政策第${i}次`,
      '请有关部门高度重视，落实惠民政策，切实为民办实事。',
      { support: 3 },
    ),
  )
  const issues = issuesOf(grouped([...background, ...stock, ...noise]), now)
  assert.equal(issues.length, 1)
  assert.match(issues[0]?.title ?? '', /油烟/v)
})

test('the same matter sent three times by one person is one voice', () => {
  const again = [1, 2].map(() => ({ ...(noise[0] as HotMatter), id: `again ${made++}` }))
  const [issue] = issuesOf(grouped([...background, ...noise, ...again]), now)
  assert.deepEqual([issue?.members.length, issue?.residents], [6, 4])
})

test('the same trouble a year later is an issue of its own', () => {
  const later = noise.map((matter, i) => ({
    ...matter,
    id: `later ${i}`,
    voice: `newcomer ${i}`,
    at: matter.at + 365 * day,
  }))
  const issues = issuesOf(grouped([...background, ...noise, ...later]), now + 365 * day)
  assert.deepEqual(issues.map(idsOf), [
    later.map(({ id }) => id).sort(),
    noise.map(({ id }) => id).sort(),
  ])
  const soon = later.map((matter) => ({ ...matter, at: matter.at - 305 * day }))
  assert.equal(issuesOf(grouped([...background, ...noise, ...soon]), now).length, 1)
})

test('the same complaint from two townships is two issues', () => {
  const [east, west] = ['430199001001', '430199002001']
  const cook = (division: string, place: string) =>
    [0, 1, 2].map((i) =>
      said(`${place} ${i}`, `${place}烧烤店油烟扰民`, `${place}门口烧烤店油烟直排。`, { division }),
    )
  const [here, there] = [cook(east, '望江苑'), cook(west, '松柏苑')]
  const grouping = grouped([...background, ...here, ...there])
  assert.ok(together(grouping, here) && together(grouping, there))
  assert.notEqual(groupOf(grouping, here[0] as HotMatter), groupOf(grouping, there[0] as HotMatter))
})

test('the order in which matters come changes nothing once the county is known a little', () => {
  const all = [...noise, ...leaks]
  const first = issuesOf(grouped([...background, ...all]), now).map(idsOf)
  for (const order of [[...all], [...all].reverse(), [...leaks, ...noise]])
    assert.deepEqual(issuesOf(grouped([...background, ...order], true), now).map(idsOf), first)
})

test('heat: residents count, support by its logarithm, time takes half in half a year, a topic counts less', () => {
  const one = { voices: 5, support: 0, agreement: 0.5 }
  assert.equal(heatOf(one), 5)
  assert.ok(heatOf({ ...one, support: 2000 }) < heatOf({ ...one, voices: 13 }))
  assert.equal(heatOf({ ...one, agreement: 0.125 }), 1.25)
  assert.deepEqual([fading(0), fading(180), fading(-3)], [1, 0.5, 1])
})

test('agreement compares residents, not messages; one resident agrees with nobody', () => {
  const headline = '锦绣园油烟'
  assert.equal(
    agreementOf([
      { voice: 'a', headline },
      { voice: 'a', headline },
    ]),
    0,
  )
  assert.ok(
    agreementOf([
      { voice: 'a', headline },
      { voice: 'b', headline },
    ]) > 0.999,
  )
})

test('the title is a member’s own headline, the place is what most name, weeks end today', () => {
  assert.equal(titleOf(noise), titleOf([...noise].reverse()))
  assert.ok(noise.some(({ headline }) => headline === titleOf(noise)))
  assert.equal(titleOf([]), '')
  assert.equal(placeOf(background), '')
  assert.deepEqual(weeksOf([now, now - 6 * day, now - 8 * day, now - 90 * day], now, 3), [0, 1, 2])
})
