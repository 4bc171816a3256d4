import { demoCategories } from '#database/demo/categories.ts'
import type { DemoOfficeKey } from '#database/demo/people-names.ts'
import { townships } from '#database/demo/places-names.ts'
import { searchVector } from '#foundation/bigrams.ts'
import { searchParts } from '#matters/matter/lists/search/index-text.ts'

/** One thing somebody could have reported, without its house number. */
export type Text = {
  readonly title: string
  readonly words: string
  readonly reply: string
  /** What of it stands in the search index, as the house itself would make it: before and after the reply. */
  readonly search: string
  readonly answered: string
  readonly category: string
  readonly office: DemoOfficeKey
}

/** A road or village somebody could name, with its division and what the search index holds of it. */
export type Spot = { readonly name: string; readonly division: string; readonly search: string }

/** In one text of all, so that a search for it finds some dozens of 100,000 matters. */
export const rareWord = '猫头鹰'
/** In one reply of eight. */
export const replyWord = '防护栏'
/** At the end of nearly every text. */
export const commonWord = '处理'

const openings = [
  '您好，',
  '我是附近住户，',
  '想反映一个情况：',
  '帮忙看一下，',
  '再次反映，',
  '',
  '',
]
const since = [
  '已经三天了',
  '有一个多星期了',
  '快两个月了',
  '从昨天晚上开始',
  '断断续续半年',
  '下雨以后更厉害',
  '早上上班时最明显',
  '问过物业，没有下文',
]
const effects = [
  '老人和孩子经过很不安全',
  '影响整栋楼的生活',
  '晚上根本睡不好',
  '车子只能绕到对面走',
  '门口的小店也没法做生意',
  '前后有十几户都受影响',
  '上次有人来看过，过几天又是老样子',
  '照片可以加微信发给你们',
  '邻居之间为这事吵过好几次',
  '孩子放学都不敢从这里走',
]
const wishes = [
  '请尽快派人处理',
  '希望有关部门到现场看看，早点处理',
  '麻烦帮忙处理，谢谢',
  '请给一个处理的时间',
  '希望这次能彻底处理好',
  '请告知由哪个单位负责',
]
const findings = ['查看', '核实', '测量', '了解情况']
const remedies = [
  '当场更换了损坏的部件',
  '清运完毕并冲洗了路面',
  '向责任单位发出整改通知书',
  '列入下月的维修计划',
  '协调双方达成一致',
  '增加了夜间巡查',
  `加装了${replyWord}`,
  '约谈了负责人',
]
const roads = [
  '文昌路',
  '河街',
  '东门大街',
  '禾丰路',
  '南塘巷',
  '建设路',
  '桥头老街',
  '柳溪大道',
  '石湾码头路',
  '云岭坡',
  '实验小学旁',
  '县医院后门',
  '客运站对面',
  '农贸市场入口',
  '滨江步道',
  '幸福里小区',
  '和畅苑小区',
  '供销社宿舍',
  '老粮站院内',
  '职教中心北侧',
]
// Who mostly gets the matters of a first-level category, by its two digits; others go to the townships.
const offices: readonly DemoOfficeKey[] = [
  'urban',
  'water',
  'urban',
  'housing',
  'traffic',
  'ecology',
  'market',
  'education',
  'labour',
  'agriculture',
  'chengguan',
  'qiaotou',
]

/** Numbers from 0 up to 1, the same ones every time (Mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const leaves = demoCategories.filter(({ parent }) => parent !== null)

function vectorsOf(title: string, words: string, reply: string) {
  const { title: first, words: second, publicReply } = searchParts
  const brought = [[first, title] as const, [second, words] as const]
  return {
    search: searchVector(brought),
    answered: searchVector([...brought, [publicReply, reply]]),
  }
}

/** One text; a few categories are reported far more often than the rest, as everywhere. */
function composeText(random: () => number): Text {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T
  const leaf = leaves[Math.floor(random() ** 2 * leaves.length)] as (typeof leaves)[number]
  const chinese = leaf.synonyms.filter((word) => !/[a-z]/i.test(word))
  const trouble = pick(chinese.length > 0 ? chinese : [leaf.name])
  const story = `${trouble}，${pick(since)}。${pick(effects)}，${pick(effects)}`
  const words = `${pick(openings)}这里${story}。${pick(wishes)}。`
  const title = `${trouble}，${pick(since)}`
  const reply = `您好，您反映的事项我单位已派人到现场${pick(findings)}，${pick(remedies)}，感谢您的监督。`
  return {
    title,
    words,
    reply,
    ...vectorsOf(title, words, reply),
    category: leaf.code,
    office: offices[Number(leaf.code.slice(0, 2)) - 1] ?? 'chengguan',
  }
}

/** So many different texts, composed from the fragments above: invented, and the same ones every time. */
export function composeTexts(count: number): Text[] {
  const random = randomFrom(count)
  const texts = Array.from({ length: count }, () => composeText(random))
  const last = texts.at(-1)
  if (last) {
    const words = `${last.words}树上的${rareWord}也受了惊。`
    texts[count - 1] = { ...last, words, ...vectorsOf(last.title, words, last.reply) }
  }
  return texts
}

/** Every road in every village of the invented county. */
export function spots(county: number): Spot[] {
  return townships.flatMap(({ part, villages }) =>
    villages.flatMap(([village, name]) =>
      roads.map((road) => ({
        name: `${name}${road}`,
        division: `${county}${part}${village}`,
        search: searchVector([[searchParts.words, `${name}${road}`]]),
      })),
    ),
  )
}
