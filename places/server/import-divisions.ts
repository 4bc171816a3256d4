import { Refused, refuse } from '#foundation/refusal.ts'
import type { Database, Sql } from '#foundation/server/database.ts'
import type { Level } from '../model.ts'
import { registerCode, sinceUnknown, statisticalScheme } from '../rules.ts'
import { type ListLine, readList } from './division-list.ts'
import {
  addListed,
  type ListedDivision,
  type RegisteredName,
  readRegistered,
  rename,
} from './store.ts'

export type LevelCount = { listed: number; added: number; renamed: number }

export type DivisionImport = {
  readonly levels: Record<Level, LevelCount>
  /** Cities whose towns hang on them directly; the list repeats the city on the county level. */
  readonly withoutCounty: string[]
  /** Rows whose code is not of their level (金门县 repeats the county below itself), at most twenty of them. */
  readonly misplaced: string[]
  misplacedCount: number
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
    misplaced: [],
    misplacedCount: 0,
  }
  const isWanted = sliceOf(options.only)
  // Codes that can be a parent: everything above the villages, 45,000 for the whole country.
  const known = new Set<string>()
  let batch: ListedDivision[] = []
  let found = options.only === null
  const flush = async () => {
    options.signal?.throwIfAborted()
    const { added, renamed } = await write(sql, batch, options.dryRun)
    for (const { level } of added) done.levels[level].added++
    for (const { level } of renamed) done.levels[level].renamed++
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
  await write(sql, rows, false)
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
    done.misplacedCount++
    if (done.misplaced.length < 20) done.misplaced.push(line.code)
    return null
  }
  const { code, name } = line
  const parent = scheme.parentOf(code, (above) => known.has(above))
  return { code, name, level, parent, kind: scheme.kindOf(code, name) }
}

/**
 * Adds the codes the register has never had and corrects names. What history wrote since stays: closed codes stay
 * closed, and only the list's own versions, which begin on `sinceUnknown`, get another name.
 */
async function write(
  sql: Sql,
  batch: readonly ListedDivision[],
  dryRun: boolean,
): Promise<{ added: readonly ListedDivision[]; renamed: readonly ListedDivision[] }> {
  if (batch.length === 0) return { added: [], renamed: [] }
  const register = new Map<string, RegisteredName>()
  for (const version of await readRegistered(
    sql,
    batch.map(({ code }) => code),
  )) {
    register.set(version.code, version)
  }
  const added = batch.filter(({ code }) => !register.has(code))
  const renamed = batch.filter(({ code, name }) => {
    const newest = register.get(code)
    const isOurs = newest?.validFrom === sinceUnknown && newest.validTo === null
    return isOurs && newest.name !== name
  })
  if (!dryRun && added.length > 0) await addListed(sql, added, sinceUnknown)
  if (!dryRun && renamed.length > 0) await rename(sql, renamed, sinceUnknown)
  return { added, renamed }
}
