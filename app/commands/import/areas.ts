import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { fill, type Words } from '#foundation/languages.ts'
import { Refused, refuse } from '#foundation/refusal.ts'
import { now } from '#foundation/server/clock.ts'
import { en } from '#places/en.ts'
import { areaKinds, datums } from '#places/model.ts'
import {
  type AreaImport,
  importAreas,
  mostBytes,
  parseAreaFile,
} from '#places/server/import-areas.ts'
import { zh } from '#places/zh-CN.ts'
import { sayRefusal } from '../../refusal-words.ts'
import { inBothLanguages, misused, readOptions, runCommand } from '../terminal.ts'

const both = inBothLanguages<Words<typeof zh>>(zh, en)

export const usage =
  'linli import areas --county 430111 --from FILE.geojson [--kind division|grid] [--scheme NAME] ' +
  '[--datum WGS84|GCJ02|CGCS2000] [--source WORDS] [--dry-run] [--json]'

const options = {
  county: { type: 'string' },
  from: { type: 'string' },
  kind: { type: 'string', default: 'division' },
  scheme: { type: 'string', default: 'CJ/T 213' },
  datum: { type: 'string' },
  source: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const

/** Takes the outlines of a GeoJSON file, of divisions or of grids, into a county. */
export function run(words: readonly string[]): Promise<void> {
  return runCommand(words.includes('--json'), async ({ openStore }) => {
    const asked = readAsked(words)
    const file = parseAreaFile(readBytes(asked.from))
    const { database } = await openStore()
    const { county } = asked
    const done = await database.within({ county, reach: 'system', parties: [] }, (sql) =>
      importAreas(sql, file, { ...asked, now: now() }),
    )
    if (done.problems.length > 0) process.exitCode = 1
    if (asked.json) console.log(JSON.stringify({ ...done, dryRun: asked.dryRun }))
    else report(done, asked.dryRun)
  })
}

function readAsked(words: readonly string[]) {
  const asked = readOptions(words, options, usage)
  const county = Number(asked.county)
  if (!Number.isInteger(county) || county <= 0) {
    throw misused(
      '请用 --county 指定县的编号。',
      'Give the number of the county with --county.',
      usage,
    )
  }
  if (asked.from === undefined) {
    throw misused('请用 --from 指定 GeoJSON 文件。', 'Name a GeoJSON file with --from.', usage)
  }
  const { from, scheme, source = basename(from) } = asked
  const kind = oneOf('--kind', areaKinds, asked.kind)
  const datum = asked.datum === undefined ? null : oneOf('--datum', datums, asked.datum)
  return { county, from, kind, scheme, datum, source, dryRun: asked['dry-run'], json: asked.json }
}

function oneOf<T extends string>(option: string, known: readonly T[], told: string): T {
  const found = known.find((word) => word === told)
  if (found) return found
  const list = known.join(' | ')
  throw misused(`${option} 应为：${list}`, `${option} must be one of: ${list}`, usage)
}

function readBytes(path: string): Uint8Array {
  const refused = (name: string) =>
    new Refused(refuse(`places.${name}`, 'invalid', { field: 'file', values: { path } }))
  try {
    if (statSync(path).size > mostBytes) throw refused('fileTooLarge')
    return readFileSync(path)
  } catch (error) {
    if (error instanceof Refused) throw error
    throw refused('fileUnreadable')
  }
}

function report(done: AreaImport, dryRun: boolean): void {
  for (const { number, code, refusal } of done.problems) {
    const line = both((words, language) => {
      const reason = sayRefusal(refusal, language)
      return fill(words.import.problem, { number, code: code ?? '—', reason })
    })
    console.log(line)
  }
  if (done.problems.length > 0) {
    const values = { count: done.problems.length }
    console.log(both((words) => fill(words.import.problems, values)))
  }
  const { datum, added, redrawn, unchanged, elsewhere } = done
  const counts = { datum, added, redrawn, unchanged, elsewhere }
  console.log(both((words) => fill(words.import.areas, counts)))
  if (dryRun) console.log(both((words) => words.import.dryRun))
}
