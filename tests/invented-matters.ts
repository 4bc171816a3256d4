import type { Example } from '#matters/analyse/classify/learn.ts'
import { seededRandom } from '#matters/analyse/text/random.ts'

/** Invented sentences by category, to learn from where nobody's real words may be used. */
const troubles: Readonly<Record<string, readonly string[]>> = {
  'road-hole': ['路面有一个大坑', '道路坑洼不平', '车轮陷进坑里', '沥青裂开了', '骑车摔了一跤'],
  'env-rubbish': ['垃圾堆了好几天', '生活垃圾没有清运', '垃圾桶满了发臭', '保洁员不来', '苍蝇很多'],
  lamp: ['路灯不亮', '夜里一片漆黑', '灯杆倒了', '灯泡一闪一闪', '照明坏了没人修'],
}
const places = ['东门外', '学校旁', '集市口', '小区南侧', '桥头', '车站对面', '公园边', '三号楼下']
const openings = ['您好，', '反映一个问题：', '请问，', '', '再次反映，', '领导好，']
const closings = ['希望尽快处理。', '谢谢。', '请派人来看看。', '已经很久了。', '']

/**
 * So many invented matters of each of these categories, always the same ones for the same seed; of a share of them the
 * category is wrong.
 */
export function inventedMatters(
  each: number,
  { seed = 7, wrong = 0, categories = Object.keys(troubles) } = {},
): Example[] {
  const random = seededRandom(seed)
  const pick = (list: readonly string[]) => list[Math.floor(random.next() * list.length)] ?? ''
  return categories.flatMap((category) =>
    Array.from({ length: each }, () => {
      const said = [pick(troubles[category] ?? []), pick(troubles[category] ?? [])].join('，')
      const text = `${pick(openings)}${pick(places)}${said}，${pick(places)}也是。${pick(closings)}`
      return { text, category: random.next() < wrong ? pick(categories) : category }
    }),
  )
}
