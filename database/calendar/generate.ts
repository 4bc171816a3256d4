/**
 * Writes cn.json: how working days of the mainland differ from plain weekends, as the State Council General Office
 * arranges them year by year. Run by hand, once a year, after the new notice (usually in November) has reached
 * `chinese-days` and its number has been added below:
 *
 *     npm install --save-exact chinese-days@latest && node database/calendar/generate.ts
 *
 * Only what differs is written: weekdays off, with the holiday they belong to, and make-up workdays at weekends.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { numberOfDay, weekdayOf } from '#foundation/time.ts'

const firstYear = 2020

/** Numbers of the notices 国务院办公厅关于…年部分节假日安排的通知. */
const notices: Readonly<Record<number, string>> = {
  2020: '国办发明电〔2019〕16号；延长春节假期：国办发明电〔2020〕1号',
  2021: '国办发明电〔2020〕27号',
  2022: '国办发明电〔2021〕11号',
  2023: '国办发明电〔2022〕16号',
  2024: '国办发明电〔2023〕7号',
  2025: '国办发明电〔2024〕12号',
  2026: '国办发明电〔2025〕7号',
}

type Entry = { day: string; kind: 'off' | 'work'; name: string }
type Arrangement = { holidays: Record<string, string>; workdays: Record<string, string> }

const packageFolder = createRequire(import.meta.url)
  .resolve('chinese-days/package.json')
  .replace(/package\.json$/, '')

function read<T>(path: string): T {
  return JSON.parse(readFileSync(packageFolder + path, 'utf8')) as T
}

/** The package writes a day's festival as 'Spring Festival,春节,4'. */
function festival(text: string): string {
  return text.split(',')[1] ?? text
}

function differences({ holidays, workdays }: Arrangement, year: number): Entry[] {
  const isWeekend = (day: string) => [0, 6].includes(weekdayOf(numberOfDay(day)))
  const entries: Entry[] = []
  for (const [day, text] of Object.entries(holidays)) {
    if (!isWeekend(day)) entries.push({ day, kind: 'off', name: festival(text) })
  }
  for (const [day, text] of Object.entries(workdays)) {
    if (isWeekend(day)) entries.push({ day, kind: 'work', name: `${festival(text)}调休` })
  }
  const ofYear = entries.filter((entry) => entry.day.startsWith(`${year}-`))
  return ofYear.sort((a, b) => a.day.localeCompare(b.day))
}

const all = read<Arrangement>('dist/chinese-days.json')
const lastYear = Math.max(...Object.keys(all.holidays).map((day) => Number(day.slice(0, 4))))
const years = Array.from({ length: lastYear - firstYear + 1 }, (_, index) => firstYear + index)
const { version } = read<{ version: string }>('package.json')

// One line for each day, so that a yearly change reads as what it is.
const data = {
  region: 'CN',
  source: `chinese-days ${version} (MIT)`,
  years: years.map((year) => ({ year, citation: citationOf(year), days: differences(all, year) })),
}
const text = JSON.stringify(data, null, 2).replace(
  /\{\s+("day": .+),\s+("kind": .+),\s+("name": .+)\s+\}/g,
  '{ $1, $2, $3 }',
)
writeFileSync(new URL('./cn.json', import.meta.url), `${text}\n`)

function citationOf(year: number): string {
  const number = notices[year]
  return number
    ? `国务院办公厅关于${year}年部分节假日安排的通知（${number}）`
    : '国务院办公厅年度放假安排'
}
