import { Refused, refuse } from '#foundation/refusal.ts'
import type { Database, Sql } from '#foundation/server/database.ts'
import { type Level, levels } from '../model.ts'
import { registerCode, sinceUnknown, statisticalScheme } from '../rules.ts'
import { type ListLine, readList } from './division-list.ts'
import { addListed, compareWithRegister, type ListedDivision } from './store.ts'

export type LevelCount = { listed: number; added: number; renamed: number }

export type DivisionImport = {
  readonly levels: Record<Level, LevelCount>
  /** Cities whose towns hang on them directly; the list repeats the city on the county level. */
  readonly withoutCounty: string[]
  /** Rows whose code is none of the scheme, at most twenty of them. */
  readonly unreadable: string[]
  unreadableCount: number
}

export type DivisionImportOptions = {
  /** Folder of the five files, see division-list.ts. */
  readonly folder: string
  /** One division with all below and above it, in any length of code; null for the whole list. */
  readonly only: string | null
  readonly dryRun: boolean
  readonly say?: (level: Level, count: number) => void
  /** Aborted: nothing is written. */
  readonly signal?: AbortSignal
}

const batchSize = 5000
const scheme = statisticalScheme

/**
 * Takes the list, or one county's slice of it, into the register in one transaction; a few megabytes of memory however
 * long the list. A second import adds nothing: codes the register knows, closed ones too, are left as they are, save a
 * corrected name.
 */
export function importDivisions(
  database: Database,
  options: DivisionImportOptions,
): Promise<DivisionImport> {
  return database.shared((sql) => importLines(sql, options))
}

async function importLines(sql: Sql, options: DivisionImportOptions): Promise<DivisionImport> {
  const done: DivisionImport = {
    levels: {
      province: { listed: 0, added: 0, renamed: 0 },
      prefecture: { listed: 0, added: 0, renamed: 0 },
      county: { listed: 0, added: 0, renamed: 0 },
      township: { listed: 0, added: 0, renamed: 0 },
      village: { listed: 0, added: 0, renamed: 0 },
    },
    withoutCounty: [],
    unreadable: [],
    unreadableCount: 0,
  }
  const isWanted = sliceOf(options.only)
  // Codes that can be a parent: everything above the villages, 45,000 for the whole country.
  const known = new Set<string>()
  let batch: ListedDivision[] = []
  let found = options.only === null
  const flush = async () => {
    options.signal?.throwIfAborted()
    await write(sql, batch, done, options.dryRun)
    const last = batch.at(-1)
    if (last) options.say?.(last.level, done.levels[last.level].listed)
    batch = []
  }
  for await (const line of readList(options.folder)) {
    if (!isWanted(line)) continue
    found ||= line.code === registerCode(options.only ?? '')
    done.levels[line.level].listed++
    const division = read(line, known, done)
    if (!division) continue
    if (line.level !== 'village') known.add(line.code)
    batch.push(division)
    if (batch.length === batchSize) await flush()
  }
  await flush()
  if (!found) {
    const values = { code: options.only ?? '' }
    throw new Refused(refuse('places.codeNotInList', 'missing', { field: 'county', values }))
  }
  return done
}

/** Which lines belong to a division's slice: the ones above it, itself, and all below. */
function sliceOf(only: string | null): (line: ListLine) => boolean {
  if (only === null) return () => true
  const wanted = registerCode(only)
  const above = new Set<string>()
  const every = () => true
  let next = scheme.levelOf(wanted) && scheme.parentOf(wanted, every)
  for (; next; next = scheme.parentOf(next, every)) above.add(next)
  return (line) => line.code === wanted || above.has(line.code) || line.above.includes(wanted)
}

/**
 * Adds divisions of the statistical scheme that no list has, such as the invented county's; parents first.
 * @throws RangeError for a code of another scheme
 */
export async function addDivisions(
  sql: Sql,
  divisions: readonly { readonly code: string; readonly name: string }[],
): Promise<void> {
  const known = new Set(divisions.map(({ code }) => code))
  const rows = divisions.map(({ code, name }) => {
    const level = scheme.levelOf(code)
    if (level === null) throw new RangeError(`no statistical code: ${code}`)
    const parent = scheme.parentOf(code, (above) => known.has(above))
    return { code, name, level, parent, kind: scheme.kindOf(code, name) }
  })
  await addListed(sql, rows, sinceUnknown)
}

/** The row for the register; null for a line that is none (and is counted). */
function read(
  line: ListLine,
  known: ReadonlySet<string>,
  done: DivisionImport,
): ListedDivision | null {
  const level = scheme.levelOf(line.code)
  if (level === 'prefecture' && line.level === 'county') {
    done.withoutCounty.push(line.name)
    return null
  }
  if (level !== line.level || line.name === '') {
    done.unreadableCount++
    if (done.unreadable.length < 20) done.unreadable.push(line.code)
    return null
  }
  const { code, name } = line
  const parent = scheme.parentOf(code, (above) => known.has(above))
  return { code, name, level, parent, kind: scheme.kindOf(code, name) }
}

/** Writes a batch level by level, so that the counts stay apart where a batch spans two. */
async function write(
  sql: Sql,
  batch: readonly ListedDivision[],
  done: DivisionImport,
  dryRun: boolean,
): Promise<void> {
  for (const level of levels) {
    const rows = batch.filter((division) => division.level === level)
    if (rows.length === 0) continue
    const { added, renamed } = dryRun
      ? await compareWithRegister(sql, rows, sinceUnknown)
      : await addListed(sql, rows, sinceUnknown)
    done.levels[level].added += added
    done.levels[level].renamed += renamed
  }
}
