import { now } from '#foundation/server/clock.ts'
import type { Day } from '#foundation/time.ts'
import { isDay } from '#foundation/time.ts'
import { dayAt } from '#foundation/time-zone.ts'
import type { CategoryPlan } from '#matters/analyse/classify/category-table.ts'
import { importCategories } from '#matters/analyse/server/import-categories.ts'
import type { ServedCounty } from '#places/model.ts'
import { registerCode } from '#places/rules.ts'
import { openCounties } from '#places/server/counties.ts'
import { pathsOf } from '#places/server/queries.ts'
import { sayRefusal } from '../refusal-words.ts'
import { type CountySetUp, setUpCounty } from './county-set-up.ts'
import { type CommandTools, misused, readOptions, runCommand } from './terminal.ts'

const usage = `linli county list [--json]
  linli county add --number 430111 --name 雨花区 --name-en "Yuhua District" --phone 0731-12345
    [--code 430111] [--time-zone Asia/Shanghai] [--rules-from 2026-01-01] [--categories FILE] [--json]`

const options = {
  number: { type: 'string' },
  code: { type: 'string' },
  name: { type: 'string' },
  'name-en': { type: 'string' },
  phone: { type: 'string' },
  'time-zone': { type: 'string', default: 'Asia/Shanghai' },
  'rules-from': { type: 'string' },
  categories: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const

type Given = ReturnType<typeof readOptions<typeof options>>

/** A sentence in both languages on one line. */
const said = (chinese: string, english: string) => `${chinese} / ${english}`

function need(given: Given, option: 'number' | 'name' | 'name-en' | 'phone'): string {
  const value = given[option]?.trim()
  if (value) return value
  throw misused(`缺少 --${option}`, `--${option} is missing`, usage)
}

function readCounty(given: Given): ServedCounty {
  const number = need(given, 'number')
  return {
    county: /^\d{1,9}$/.test(number) ? Number(number) : 0,
    code: registerCode(given.code ?? number),
    name: need(given, 'name'),
    nameEn: need(given, 'name-en'),
    deskPhone: need(given, 'phone'),
    timeZone: given['time-zone'],
    invented: false,
  }
}

function readDay(text: string | undefined): Day | undefined {
  if (text === undefined || isDay(text)) return text
  throw misused(`--rules-from 应为日期：${text}`, `--rules-from is no day: ${text}`, usage)
}

async function add(given: Given, { openStore }: CommandTools): Promise<void> {
  const county = readCounty(given)
  const rulesFrom = readDay(given['rules-from'])
  const { database, url } = await openStore()
  const at = now()
  const done = await setUpCounty(county, {
    ownerUrl: url,
    database,
    now: at,
    ...(rulesFrom && { rulesFrom }),
  })
  const today = dayAt(at, county.timeZone)
  const tree = given.categories
    ? await importCategories(database, {
        county: county.county,
        source: given.categories,
        from: today,
        dryRun: false,
      })
    : null
  const paths = await database.shared((sql) => pathsOf(sql, [county.code], today))
  const registered = (paths.get(county.code) ?? []).length > 0
  if (tree && tree.troubles.length > 0) process.exitCode = 1
  if (given.json) {
    const categories = tree && { added: tree.added.length, troubles: tree.troubles }
    console.log(JSON.stringify({ ...done, registered, categories }))
  } else report(county, done, tree, registered)
}

const countyWords = {
  added: ['已设立', 'set up'],
  changed: ['已更新', 'changed'],
  unchanged: ['没有变化', 'unchanged'],
} as const

function report(
  { county, name }: ServedCounty,
  done: CountySetUp,
  tree: CategoryPlan | null,
  registered: boolean,
): void {
  const [chinese, english] = countyWords[done.county]
  console.log(said(`${county} ${name}：${chinese}`, `${county}: ${english}`))
  console.log(
    said(
      `新增规则 ${done.rules} 条，日历 ${done.holidays} 天`,
      `${done.rules} rules, ${done.holidays} days`,
    ),
  )
  for (const { row, refusal } of tree?.troubles ?? []) {
    const [zh, en] = [sayRefusal(refusal, 'zh-CN'), sayRefusal(refusal, 'en')]
    console.log(said(`分类第 ${row} 行：${zh}`, `categories, row ${row}: ${en}`))
  }
  if (tree) {
    const { added, changed, unchanged } = tree
    const counts = [added.length, changed.length, unchanged] as const
    console.log(
      said(
        `分类：新增 ${counts[0]}，更新 ${counts[1]}，未变 ${counts[2]}`,
        `categories: ${counts[0]} added, ${counts[1]} changed, ${counts[2]} unchanged`,
      ),
    )
  }
  if (!registered) {
    const next = `linli import divisions --county ${county}`
    console.log(
      said(`区划登记中还没有这个县：${next}`, `not in the register of divisions yet: ${next}`),
    )
  }
}

async function list(given: Given, { openStore }: CommandTools): Promise<void> {
  const { database } = await openStore()
  const counties = (await openCounties(database)).list()
  if (given.json) {
    console.log(JSON.stringify({ counties }))
    return
  }
  for (const { county, name, nameEn, deskPhone, invented } of counties) {
    const made = invented ? `  ${said('虚构', 'invented')}` : ''
    console.log(`${county}  ${name} ${nameEn}  ${deskPhone}${made}`)
  }
  if (counties.length === 0) console.log(said('还没有县。', 'No county yet.'))
}

const verbs: Readonly<Record<string, (given: Given, tools: CommandTools) => Promise<void>>> = {
  add,
  list,
}

const [verb = '', ...words] = process.argv.slice(2)
if (words.includes('--help') || verb === '--help') console.log(usage)
else {
  await runCommand(words.includes('--json'), async (tools) => {
    const found = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined
    if (!found) throw misused('请说明要做什么', 'Say what to do', usage)
    await found(readOptions(words, options, usage), tools)
  })
}
