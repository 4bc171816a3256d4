import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { unless } from '#foundation/refusal.ts'
import { now } from '#foundation/server/clock.ts'
import { whyNotValid } from '#foundation/validation.ts'
import {
  type ExportFormat,
  ExportInput,
  exportFormats,
  exportMatters,
} from '#matters/matter/server/export-matters.ts'
import { systemActor } from '#people/actor.ts'
import { openHouse } from '../server/house.ts'
import { dataFolder } from './store.ts'
import { chooseCounty, misused, readOptions, runCommand, sayAside } from './terminal.ts'

const usage = `linli export matters [--county 430111] [--format csv|xlsx|jsonl] [--out FILE]
  filters: --words 井盖 --kind request --state handling --standing late --category 0103 --division 430111001000
           --office ID --channel phone --from 2026-01-01 --to 2026-01-31 --order due`

const filters = [
  'words',
  'kind',
  'state',
  'standing',
  'category',
  'division',
  'office',
  'channel',
  'from',
  'to',
  'order',
] as const

const text = { type: 'string' } as const
const options = {
  county: text,
  format: { type: 'string', default: 'csv' },
  out: text,
  ...(Object.fromEntries(filters.map((name) => [name, text])) as Record<
    (typeof filters)[number],
    typeof text
  >),
} as const

type Given = ReturnType<typeof readOptions<typeof options>>

function readFormat(told: string): ExportFormat {
  const format = exportFormats.find((known) => known === told)
  if (format) return format
  throw misused(
    `--format 应为：${exportFormats.join('、')}`,
    `--format is one of ${exportFormats.join(', ')}`,
    usage,
  )
}

function readFilters(given: Given): ExportInput {
  const told = filters.flatMap((name) =>
    given[name] === undefined ? [] : [[name, given[name]] as const],
  )
  const input = Object.fromEntries(told)
  unless(whyNotValid(ExportInput, input))
  return input as ExportInput
}

const [what = '', ...words] = process.argv.slice(2)
if (what === '--help' || words.includes('--help')) console.log(usage)
else {
  await runCommand(false, async ({ openStore }) => {
    if (what !== 'matters') throw misused('可导出：matters', 'Known: matters', usage)
    const given = readOptions(words, options, usage)
    const format = readFormat(given.format)
    const input = readFilters(given)
    if (format === 'xlsx' && given.out === undefined && process.stdout.isTTY)
      throw misused('请用 --out 指定文件。', 'Name a file with --out.', usage)
    const { url } = await openStore()
    const house = await openHouse({ databaseUrl: url, dataDir: dataFolder(), connections: 2 })
    try {
      const { county } = chooseCounty(given.county, house.counties, usage)
      const asked = { by: systemActor(county), now: now(), address: null }
      const file = await exportMatters(house, input, format, asked)
      // A file that is there is not written over by accident.
      const target =
        given.out === undefined ? process.stdout : createWriteStream(given.out, { flags: 'wx' })
      await pipeline(file, target, { end: given.out !== undefined })
      if (given.out !== undefined) sayAside(given.out)
    } finally {
      await house.close()
    }
  })
}
