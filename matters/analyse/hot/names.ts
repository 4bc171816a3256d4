/**
 * Where names of places and bodies stand in a text, found without a dictionary: a name ends in a word for its kind
 * (小区, 路, 中学, 公司 …) and begins where the sentence around it ends. Some of what is found is no name; that does
 * little harm, since only names that several residents use weigh anything (vocabulary.ts).
 */
export type Span = { readonly from: number; readonly to: number }

/** Kinds that say nothing of their own behind a name: 幸福里小区 and 幸福里 are one place. */
const silentKinds = ['小区', '社区', '居民区', '项目', '楼盘', '平台', '公司'] as const

const longKinds = [
  ...silentKinds,
  ...[
    '商业广场',
    '步行街',
    '幼儿园',
    '火车站',
    '地铁站',
    '汽车站',
    '开发区',
    '工业园',
    '产业园',
    '物流园',
  ],
  ...[
    '安置区',
    '派出所',
    '度假村',
    '花园',
    '家园',
    '公寓',
    '公馆',
    '新村',
    '大厦',
    '广场',
    '市场',
    '学校',
  ],
  ...[
    '中学',
    '小学',
    '大学',
    '学院',
    '医院',
    '集团',
    '公园',
    '大道',
    '高速',
    '号线',
    '新城',
    '国际',
    '商场',
  ],
  ...['超市', '酒店', '书院', '街道'],
].sort((a, b) => b.length - a.length)

const shortKinds = new Set('苑园城府郡湾庭居村镇乡路街巷桥站厂湖县区市')

/** Before these one character is enough for a name: 湖路, 马镇. */
const kindsOfShortNames = new Set(['路', '镇', '村'])

/** Characters that stand around names, hardly in them. */
const around = new Set(
  '的在我是们对于和与位到住该本此为有请求把被从至及等将向让这那个了就都也还又但因由以给跟使着过没不无要会能可且而或',
)

/** Words of every letter to an authority: they say neither where nor what. */
const wordsOfLetters = [
  ...[
    '投诉',
    '反映',
    '咨询',
    '关于',
    '举报',
    '建议',
    '希望',
    '请问',
    '期盼',
    '解决',
    '问题',
    '严重',
    '尊敬',
  ],
  ...['领导', '书记', '市长', '县长', '你们', '他们', '我们'],
]

const wordsAround = [
  ...wordsOfLetters,
  ...[
    '附近',
    '旁边',
    '周边',
    '位于',
    '地址',
    '坐落',
    '座落',
    '违法',
    '强制',
    '业主',
    '居民',
    '物业',
    '开发商',
  ],
  ...[
    '销售',
    '购买',
    '居住',
    '所有',
    '目前',
    '现在',
    '整个',
    '部分',
    '其他',
    '各个',
    '多个',
    '很多',
    '一些',
  ],
  ...['今年', '去年', '一期', '二期', '三期', '政府', '并'],
]

const longestName = 6
const runPattern = /[\p{Script=Han}a-z0-9·.]+/gv

/** Words by their first character: hardly a character of a text begins one. */
function byFirst(words: readonly string[]): ReadonlyMap<string, readonly string[]> {
  return Map.groupBy(words, (word) => word.slice(0, 1))
}
const longKindsByFirst = byFirst(longKinds)
const wordsAroundByFirst = byFirst(wordsAround)

const wordAt = (words: ReadonlyMap<string, readonly string[]>, run: string, at: number) =>
  words.get(run[at] ?? '')?.find((word) => run.startsWith(word, at))

function kindAt(run: string, at: number): string | null {
  const long = wordAt(longKindsByFirst, run, at)
  if (long !== undefined) return long
  const character = run[at] ?? ''
  return shortKinds.has(character) ? character : null
}

function* namesInRun(run: string): Generator<Span> {
  let begin = 0
  let at = 0
  while (at < run.length) {
    const kind = kindAt(run, at)
    const length = at - begin
    if (kind !== null && (length >= 2 || (length === 1 && kindsOfShortNames.has(kind)))) {
      const silent = silentKinds.some((silentKind) => silentKind === kind)
      yield { from: Math.max(begin, at - longestName), to: silent ? at : at + kind.length }
      at += kind.length
      begin = at
      continue
    }
    const word = wordAt(wordsAroundByFirst, run, at)
    const passed = word?.length ?? (kind !== null && kind.length > 1 ? kind.length : 0)
    if (passed > 0) {
      at += passed
      begin = at
      continue
    }
    if (around.has(run[at] ?? '')) begin = at + 1
    at += 1
  }
}

/** The names in a folded text (text/terms.ts), in their order, never overlapping. */
export function namesIn(text: string): Span[] {
  return [...text.matchAll(runPattern)].flatMap((match) =>
    [...namesInRun(match[0])].map(({ from, to }) => ({
      from: match.index + from,
      to: match.index + to,
    })),
  )
}

/** Large areas written as a code, A3区: they part what lies apart, but name no place. And provinces. */
const areaPattern = /[a-z]\d*[省市区县]|\p{Script=Han}{2,3}省/gv
const codedArea = /^[a-z]\d+/v

/** The text without its large areas (blank, the length stays), and those of county level that were in it. */
export function cutAreas(text: string): { readonly text: string; readonly areas: string[] } {
  const areas = new Set<string>()
  const cut = text.replace(areaPattern, (area) => {
    if (codedArea.test(area)) areas.add(area)
    return ' '.repeat(area.length)
  })
  return { text: cut, areas: [...areas] }
}

const emptyPattern = new RegExp([...silentKinds, ...wordsOfLetters].join('|'), 'gv')

/** Where words stand that say neither where nor what: those of every letter, and kinds of places without a name. */
export function emptyWordsIn(text: string): Span[] {
  return [...text.matchAll(emptyPattern)].map(({ 0: word, index }) => ({
    from: index,
    to: index + word.length,
  }))
}
