import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { StoreTrouble } from '#foundation/server/embedded-postgres-home.ts'
import { documentOf } from '../../bench/document.ts'
import { reportOf } from '../../bench/report.ts'
import { type BenchOptions, type BenchResults, beginBench } from '../../bench/run.ts'
import { atEnd } from './ending.ts'
import { misused, readOptions, sayAside } from './terminal.ts'

const usage =
  'linli bench [--size 100000] [--seconds 4] [--concurrency 8] [--quick] [--only WORDS] [--json FILE] ' +
  '[--docs] [--from FILE] [--profile FOLDER]'

const options = {
  size: { type: 'string' },
  seconds: { type: 'string' },
  concurrency: { type: 'string' },
  quick: { type: 'boolean', default: false },
  only: { type: 'string' },
  // Where the results go; with --from they are read from there, and nothing is measured.
  json: { type: 'string', default: '.build/bench.json' },
  from: { type: 'string' },
  // Writes docs/measurements.md.
  docs: { type: 'boolean', default: false },
  profile: { type: 'string' },
} as const

function readAsked(words: readonly string[]) {
  const given = readOptions(words, options, usage)
  const number = (name: 'size' | 'seconds' | 'concurrency', usual: number, least: number) => {
    const value = given[name] === undefined ? usual : Number(given[name])
    if (value >= least && (name === 'seconds' || Number.isInteger(value))) return value
    throw misused(`--${name} 应为数字`, `--${name} must be a number from ${least}`, usage)
  }
  const bench: BenchOptions = {
    size: number('size', given.quick ? 2000 : 100_000, 500),
    seconds: number('seconds', given.quick ? 1 : 4, 0.1),
    concurrency: number('concurrency', 8, 1),
    ...(given.only === undefined ? {} : { only: given.only }),
    ...(given.profile === undefined ? {} : { profile: given.profile }),
  }
  return { bench, json: given.json, from: given.from, docs: given.docs }
}

const documentFile = join(import.meta.dirname, '../../docs/measurements.md')

function tell(results: BenchResults, docs: boolean): void {
  console.log(reportOf(results))
  if (docs) writeFileSync(documentFile, documentOf(results))
}

async function bench(words: readonly string[]): Promise<void> {
  const { bench, json, from, docs } = readAsked(words)
  if (from !== undefined) {
    tell(JSON.parse(readFileSync(from, 'utf8')) as BenchResults, docs)
    return
  }
  const run = beginBench(bench, sayAside)
  let stopped = false
  atEnd(() => {
    stopped = true
    return run.stop()
  })
  try {
    const results = await run.results
    mkdirSync(dirname(json), { recursive: true })
    writeFileSync(json, `${JSON.stringify(results, null, 2)}\n`)
    tell(results, docs)
  } catch (error) {
    // Being stopped makes what is under way fail; that is no news.
    if (!stopped) throw error
  }
}

const words = process.argv.slice(2)
if (words.includes('--help')) console.log(usage)
else {
  await bench(words).catch((error: unknown) => {
    process.exitCode = 1
    console.error(error instanceof StoreTrouble ? error.message : error)
  })
}
