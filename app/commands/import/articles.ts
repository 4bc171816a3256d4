import { existsSync } from 'node:fs'
import { fill, type Words } from '#foundation/languages.ts'
import { Refused, refuse } from '#foundation/refusal.ts'
import { now, stopwatch } from '#foundation/server/clock.ts'
import { openRuleShelf } from '#foundation/server/rule-book.ts'
import type { ArticlePlan } from '#matters/analyse/knowledge/article-table.ts'
import { en } from '#matters/analyse/knowledge/en.ts'
import { zh } from '#matters/analyse/knowledge/zh-CN.ts'
import { importArticles } from '#matters/analyse/server/knowledge/import-articles.ts'
import { openCounties } from '#places/server/counties.ts'
import { sayRefusal } from '../../refusal-words.ts'
import { chooseCounty, inBothLanguages, misused, readOptions, runCommand } from '../terminal.ts'

const both = inBothLanguages<Words<typeof zh>>(zh, en)

export const usage = 'linli import articles FILE [--county 430111] [--dry-run] [--json]'

const options = {
  county: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const

/** Takes articles of the knowledge base from a table (XLSX, CSV, JSON) and says by row what could not be taken. */
export function run(words: readonly string[]): Promise<void> {
  return runCommand(words.includes('--json'), async ({ openStore }) => {
    const { path, asked } = readAsked(words)
    const began = stopwatch()
    const { database } = await openStore()
    const { county } = chooseCounty(asked.county, await openCounties(database), usage)
    const moment = now()
    const { dayOf } = await openRuleShelf(database).of(county, moment)
    const dryRun = asked['dry-run']
    const done = await importArticles(database, {
      ...{ county, source: path, from: dayOf(moment), dryRun, now: moment },
    })
    if (done.troubles.length > 0) process.exitCode = 1
    const seconds = Number(((stopwatch() - began) / 1000).toFixed(1))
    if (asked.json) console.log(JSON.stringify({ ...done, dryRun, seconds }))
    else tell(done, dryRun, seconds)
  })
}

function readAsked(words: readonly string[]) {
  const [path, ...rest] = words
  if (path === undefined || path.startsWith('-'))
    throw misused('请指定要导入的文件。', 'Name the file to import.', usage)
  const asked = readOptions(rest, options, usage)
  if (existsSync(path)) return { path, asked }
  throw new Refused(refuse('import.fileMissing', 'missing', { field: 'file', values: { path } }))
}

const shownTroubles = 50

function tell(
  { added, renewed, unchanged, troubles }: ArticlePlan,
  dryRun: boolean,
  seconds: number,
) {
  type ImportWords = Words<typeof zh>['import']
  const say = (line: (words: ImportWords) => string, values: Record<string, number> = {}) =>
    console.log(both((words) => fill(line(words.import), values)))
  for (const { row, refusal } of troubles.slice(0, shownTroubles))
    console.log(
      both((words, language) =>
        fill(words.import.trouble, { row, reason: sayRefusal(refusal, language) }),
      ),
    )
  if (troubles.length > shownTroubles)
    say((words) => words.troublesMore, { count: troubles.length - shownTroubles })
  say((words) => words.added, { count: added.length })
  say((words) => words.renewed, { count: renewed.length })
  say((words) => words.unchanged, { count: unchanged })
  if (troubles.length > 0) say((words) => words.left, { count: troubles.length })
  if (dryRun) say((words) => words.dryRun)
  say((words) => words.done, { seconds })
}
