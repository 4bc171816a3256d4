import { county } from './county.ts'
import { browserEncodings, type Line, read, type Visitor } from './http.ts'
import type { Staff } from './lifecycle.ts'
import { commonWord, rareWord, replyWord, spots } from './texts.ts'

/** One line of the table that only reads. */
export type Read = {
  readonly name: string
  readonly work: () => Promise<void>
  /** How many at a time at most; as many as anything else where nothing is said. */
  readonly atOnceMax?: number
}

type Page = { readonly rows: readonly { readonly id: string; readonly number: string }[] }

const wellDone = ({ status }: { status: number }) => {
  if (status !== 200) throw new Error(`answered ${status}`)
}

/** Asks the same again and again. The first answer is looked at, the others only must come. */
async function reading(name: string, by: Visitor, path: string, mustFind = 0): Promise<Read> {
  const first = await by.get(path)
  const { rows } = path.includes('/matters?') ? read<Page>(first) : { rows: [] }
  if (rows.length < mustFind) throw new Error(`${name}: found ${rows.length} of ${mustFind}`)
  wellDone(first)
  return { name, work: async () => wellDone(await by.get(path)) }
}

/** Asks for another one of these each time. */
function readingInTurn(name: string, by: Visitor, paths: readonly string[]): Read {
  let turn = 0
  return { name, work: async () => wellDone(await by.get(paths[turn++ % paths.length] ?? '')) }
}

const searched = (words: string) => `/api/v1/matters?limit=50&words=${encodeURIComponent(words)}`

/** Lists, queues, single matters and pages, as people ask for them. */
export async function lookingReads(
  line: Line,
  { operator, dispatcher, handler }: Staff,
): Promise<Read[]> {
  const plain = line.visitor()
  const browser = line.visitor({ encodings: browserEncodings })
  const path = '/api/v1/matters?limit=100'
  const some = read<Page>(await operator.get('/api/v1/matters?limit=200')).rows
  const shown = read<Page>(await plain.get(`/api/v1/counties/${county}/matters?limit=100`)).rows
  return [
    await reading('列表 list of 100, newest', operator, path, 100),
    await reading('列表 list of 100, an office’s queue', handler, `${path}&queue=handling`),
    await reading('列表 list of 100, an office’s all', handler, path),
    await reading('列表 list of 100, late', dispatcher, `${path}&queue=late`),
    await reading('列表 list of 100, category', operator, `${path}&category=0102`),
    await reading(
      '列表 list of 100, public',
      browser,
      `/api/v1/counties/${county}/matters?limit=100`,
      100,
    ),
    await reading('角标 queue counts, dispatcher', dispatcher, '/api/v1/queues'),
    await reading('角标 queue counts, handler', handler, '/api/v1/queues'),
    readingInTurn(
      '详情 one matter',
      operator,
      some.map(({ id }) => `/api/v1/matters/${id}`),
    ),
    readingInTurn(
      '网页 public status page',
      browser,
      shown.map(({ number }) => `/matters/${number}`),
    ),
    await reading('网页 public list page', browser, '/matters'),
  ]
}

const dayBefore = (now: Date, days: number) =>
  new Date(now.getTime() - days * 86_400_000).toISOString().slice(0, 10)

/** What is worked out from many matters: advice while somebody types, and the three rates of all offices. */
export async function workingReads(line: Line, { operator }: Staff, now: Date): Promise<Read[]> {
  const words = encodeURIComponent('河街社区路灯不亮，已经三天了，老人和孩子经过很不安全。')
  const plain = line.visitor()
  const rates = (days: number) =>
    `/api/v1/counties/${county}/rates?from=${dayBefore(now, days)}&to=${dayBefore(now, 1)}`
  return [
    await reading('建议 advice while typing', operator, `/api/v1/suggest?words=${words}`),
    await reading('三率 rates of 30 days', plain, rates(30)),
    await reading('三率 rates of 365 days', plain, rates(365)),
  ]
}

// Nobody takes out whole months eight at a time.
const takersMax = 2

/** Lists taken out as files: what came in within thirty days. */
export async function takingReads({ operator }: Staff, now: Date): Promise<Read[]> {
  const path = (format: string) => `/api/v1/matters.${format}?from=${dayBefore(now, 30)}`
  const rows = (await operator.get(path('csv'))).text().trimEnd().split('\n').length - 1
  const reads = [
    await reading(`导出 export of ${rows} rows, CSV`, operator, path('csv')),
    await reading(`导出 export of ${rows} rows, XLSX`, operator, path('xlsx')),
  ]
  return reads.map((read) => ({ ...read, atOnceMax: takersMax }))
}

/** Searches from rare to common, with what else is asked for, and by whom. */
export async function searchingReads(line: Line, { operator, handler }: Staff): Promise<Read[]> {
  const [one] = read<Page>(await operator.get('/api/v1/matters?limit=1')).rows
  const number = one?.number ?? ''
  const words: [string, string, Visitor][] = [
    ['2 characters', '井盖', operator],
    ['phrase of 4 characters', '路灯不亮', operator],
    ['two words', '路灯 河街', operator],
    ['rare word', rareWord, operator],
    ['very common word', commonWord, operator],
    ['1 character', '灯', operator],
    ['nothing found', '北极熊', operator],
    ['words of replies', replyWord, operator],
    ['words and words of replies', `路灯 ${replyWord}`, operator],
    ['number', number, operator],
    ['last digits of a number', number.slice(-4), operator],
    ['2 characters, an office', '井盖', handler],
  ]
  const narrowed: [string, string][] = [
    ['2 characters, a village', `井盖&division=${spots(county)[0]?.division}`],
    ['2 characters, closed ones', '井盖&state=closed'],
    ['2 characters, newest first', '井盖&order=received'],
  ]
  const plain = line.visitor()
  const open = `/api/v1/counties/${county}/matters?limit=20&words=${encodeURIComponent('井盖')}`
  return Promise.all([
    ...words.map(([name, text, by]) => reading(`检索 search, ${name}`, by, searched(text))),
    ...narrowed.map(([name, asked]) => {
      const [text = '', ...rest] = asked.split('&')
      return reading(`检索 search, ${name}`, operator, [searched(text), ...rest].join('&'))
    }),
    reading('检索 search, 2 characters, public', plain, open),
  ])
}
