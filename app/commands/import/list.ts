import { existsSync } from 'node:fs'
import { fill, type Words } from '#foundation/languages.ts'
import { Refused, refuse } from '#foundation/refusal.ts'
import { now } from '#foundation/server/clock.ts'
import type { Database } from '#foundation/server/database.ts'
import { openRuleShelf } from '#foundation/server/rule-book.ts'
import { type Day, isDay } from '#foundation/time.ts'
import { en } from '#matters/dispatch/en.ts'
import type { ListImport, ListImportOptions } from '#matters/dispatch/server/lists/import-lists.ts'
import { zh } from '#matters/dispatch/zh-CN.ts'
import { openCounties } from '#places/server/counties.ts'
import { sayRefusal } from '../../refusal-words.ts'
import { chooseCounty, inBothLanguages, misused, readOptions, runCommand } from '../terminal.ts'

const both = inBothLanguages<Words<typeof zh>>(zh, en)

/** How a list is imported; `--from` is the first day of rows that name none. */
export const usageOf = (list: string) =>
  `linli import ${list} FILE [--county 430111] [--from 2026-01-31] [--complete] [--dry-run] [--json]`

const options = {
  county: { type: 'string' },
  from: { type: 'string' },
  complete: { type: 'boolean', default: false },
  'dry-run': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const

type Importer<Item> = (database: Database, options: ListImportOptions) => Promise<ListImport<Item>>

/** Takes a list of the county from a table (XLSX, CSV, JSON) and says by row what could not be taken. */
export function importList<Item>(
  words: readonly string[],
  usage: string,
  importer: Importer<Item>,
): Promise<void> {
  return runCommand(words.includes('--json'), async ({ openStore }) => {
    const { path, asked } = readAsked(words, usage)
    const { database } = await openStore()
    const { county } = chooseCounty(asked.county, await openCounties(database), usage)
    const moment = now()
    const { dayOf } = await openRuleShelf(database).of(county, moment)
    const from = firstDay(asked.from, dayOf(moment), usage)
    const [dryRun, complete] = [asked['dry-run'], asked.complete]
    const done = await importer(database, {
      ...{ county, source: path, from, dryRun, complete, now: moment },
    })
    if (done.troubles.length > 0) process.exitCode = 1
    if (asked.json) console.log(JSON.stringify({ ...done, from, dryRun }))
    else tell(done, { from, dryRun, complete })
  })
}

function readAsked(words: readonly string[], usage: string) {
  const [path, ...rest] = words
  if (path === undefined || path.startsWith('-'))
    throw misused('请指定要导入的文件。', 'Name the file to import.', usage)
  const asked = readOptions(rest, options, usage)
  if (existsSync(path)) return { path, asked }
  throw new Refused(refuse('import.fileMissing', 'missing', { field: 'file', values: { path } }))
}

/** Lists change for what comes: the first day is today or later. */
function firstDay(told: string | undefined, today: Day, usage: string): Day {
  if (told === undefined) return today
  if (isDay(told) && told >= today && told < '2201-01-01') return told
  throw misused(`--from 应为 ${today} 或以后的日期。`, `--from is a day, ${today} or later.`, usage)
}

const shownTroubles = 50

type Asked = { readonly from: Day; readonly dryRun: boolean; readonly complete: boolean }

function tell<Item>(done: ListImport<Item>, { from, dryRun, complete }: Asked): void {
  const { added, renewed, unchanged, ended, lacking, troubles } = done
  type ListWords = Words<typeof zh>['listImport']
  const say = (line: (words: ListWords) => string, values: Record<string, string | number>) =>
    console.log(both(({ listImport }) => fill(line(listImport), values)))
  for (const { row, refusal } of troubles.slice(0, shownTroubles))
    console.log(
      both(({ listImport }, language) =>
        fill(listImport.trouble, { row, reason: sayRefusal(refusal, language) }),
      ),
    )
  if (troubles.length > shownTroubles)
    say(({ troublesMore }) => troublesMore, { count: troubles.length - shownTroubles })
  const counts = { added: added.length, renewed: renewed.length, unchanged, from }
  say((words) => (dryRun ? words.dryCounts : words.counts), counts)
  if (troubles.length > 0) say(({ left }) => left, { count: troubles.length })
  if (ended.length > 0)
    say((words) => (dryRun ? words.dryEnded : words.ended), { count: ended.length, from })
  else if (complete && troubles.length > 0)
    say(({ notEnded }) => notEnded, { count: troubles.length })
  else if (lacking.length > 0) say(({ kept }) => kept, { count: lacking.length })
  if (dryRun) say((words) => words.dryRun, {})
}
