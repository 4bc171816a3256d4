import { readFileSync } from 'node:fs'
import { fill, type Words } from '#foundation/languages.ts'
import { Refused, refuse, unless } from '#foundation/refusal.ts'
import { now, stopwatch } from '#foundation/server/clock.ts'
import { whyNotValid } from '#foundation/validation.ts'
import { importEn } from '#matters/accept/import-en.ts'
import { ImportMapping } from '#matters/accept/import-mapping.ts'
import { importZh } from '#matters/accept/import-zh-CN.ts'
import {
  chooseMapping,
  type ImportReport,
  importMatters,
} from '#matters/accept/server/import-matters.ts'
import { sayRefusal } from '../../refusal-words.ts'
import { openHouse } from '../../server/house.ts'
import { textOf } from '../../words.ts'
import { dataFolder } from '../store.ts'
import {
  chooseCounty,
  inBothLanguages,
  misused,
  readOptions,
  runCommand,
  sayAside,
} from '../terminal.ts'

type ImportWords = Words<typeof importZh>
const both = inBothLanguages<ImportWords>(importZh, importEn)

export const usage =
  'linli import matters FILE [--county 430111] [--source NAME] [--map FILE.json] [--print-map] ' +
  '[--publish] [--limit N] [--dry-run] [--json]'

const options = {
  county: { type: 'string' },
  source: { type: 'string' },
  map: { type: 'string' },
  'print-map': { type: 'boolean', default: false },
  publish: { type: 'boolean', default: false },
  limit: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const

/** Takes matters of another system into a county: work orders, messages with replies, service requests. */
export function run(words: readonly string[]): Promise<void> {
  return runCommand(words.includes('--json'), async ({ openStore, signal }) => {
    const { path, asked } = readAsked(words)
    const given = asked.map === undefined ? null : readMap(asked.map)
    if (asked['print-map']) {
      const { mapping } = await chooseMapping(path, given, asked.source)
      console.log(JSON.stringify(mapping, null, 2))
      return
    }
    const began = stopwatch()
    const { url } = await openStore()
    const house = await openHouse({ databaseUrl: url, dataDir: dataFolder(), connections: 4 })
    try {
      const { county, code } = chooseCounty(asked.county, house.counties, usage)
      const { source, publish } = asked
      const report = await importMatters(house.acceptance, {
        ...{ county, code, path, publish, signal, mapping: given, now: now() },
        ...(source && { source }),
        dryRun: asked['dry-run'],
        limit: readLimit(asked.limit),
        say: progress(),
      })
      const seconds = Number(((stopwatch() - began) / 1000).toFixed(1))
      if (report.left > 0 || report.stopped) process.exitCode = 1
      if (asked.json) console.log(JSON.stringify({ ...report, dryRun: asked['dry-run'], seconds }))
      else tell(report, asked['dry-run'], seconds)
    } finally {
      await house.close()
    }
  })
}

/** The file is named without an option; what follows it are options. */
function readAsked(words: readonly string[]) {
  const [path, ...rest] = words
  if (path === undefined || path.startsWith('-'))
    throw misused('请指定要导入的文件。', 'Name the file to import.', usage)
  return { path, asked: readOptions(rest, options, usage) }
}

function readLimit(text: string | undefined): number {
  if (text === undefined) return Number.POSITIVE_INFINITY
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text)
  throw misused('--limit 应为行数。', '--limit is a number of rows.', usage)
}

function readMap(path: string): ImportMapping {
  let value: unknown
  try {
    value = JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''))
  } catch {
    throw new Refused(refuse('import.mapUnreadable', 'invalid', { field: 'map', values: { path } }))
  }
  unless(whyNotValid(ImportMapping, value))
  return value as ImportMapping
}

/** Says how far it is, at most every two seconds. */
function progress(): (done: { rows: number; made: number }) => void {
  let said = stopwatch()
  return (done) => {
    if (stopwatch() - said < 2000) return
    said = stopwatch()
    sayAside(both((words) => fill(words.told.progress, done)))
  }
}

const shownTroubles = 50

function sayTrouble({ row, refusal }: ImportReport['troubles'][number]): string {
  return both((words, language) => {
    const field = refusal.field as keyof ImportWords['field'] | undefined
    return fill(words.told.trouble, {
      row,
      field: (field && words.field[field]) ?? words.told.wholeRow,
      reason: sayRefusal(refusal, language),
    })
  })
}

function tell(report: ImportReport, dryRun: boolean, seconds: number): void {
  const { form, source, timeZone: zone, rows, made, known, changed, left } = report
  const say = (line: (words: ImportWords) => string) => console.log(both(line))
  if (form) say((words) => fill(words.told.recognised, { form, source, zone }))
  for (const { key, values } of report.notes) {
    const path = `files.notes.${key}`
    console.log(`${textOf('zh-CN', path, values)} / ${textOf('en', path, values)}`)
  }
  if (report.datumUnknown) say((words) => words.told.datumUnknown)
  for (const trouble of report.troubles.slice(0, shownTroubles)) console.log(sayTrouble(trouble))
  const more = report.troubleCount - Math.min(report.troubles.length, shownTroubles)
  if (more > 0) say((words) => fill(words.told.troublesMore, { count: more }))
  const counts = { rows, made, known, changed: changed.length, left }
  say((words) => fill(dryRun ? words.told.dryRows : words.told.rows, counts))
  if (report.categories.length > 0) {
    const count = report.categories.length
    const names = report.categories.map(({ name }) => name)
    const shown = names.slice(0, 20).join('、') + (count > 20 ? ' …' : '')
    say((words) => fill(words.told.categories, { count, names: shown }))
  }
  const { offices } = report
  if (offices.matched + offices.unmatched > 0) say((words) => fill(words.told.offices, offices))
  if (report.stopped) say((words) => words.told.stopped)
  if (dryRun) say((words) => words.told.dryRun)
  say((words) => fill(words.told.done, { seconds }))
}
