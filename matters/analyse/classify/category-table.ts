import { type Refusal, refuse } from '#foundation/refusal.ts'
import { type Urgency, urgencies } from '#matters/matter/model.ts'
import type { Category } from '../model.ts'

/** A row of a table of categories as it was read: cells by the title of their column. */
export type TableCells = { readonly row: number; readonly cells: Readonly<Record<string, string>> }

/** What is wrong with one row, by its number in the file. */
export type RowTrouble = { readonly row: number; readonly refusal: Refusal }

/** What a table of categories would change. */
export type CategoryPlan = {
  readonly added: Category[]
  readonly changed: Category[]
  readonly unchanged: number
  /** Codes the county has and the table has not; an import ends none of them. */
  readonly absent: string[]
  readonly troubles: RowTrouble[]
}

const columns = {
  level1: ['level1', '一级', '一级分类', '大类'],
  level2: ['level2', '二级', '二级分类', '小类'],
  level3: ['level3', '三级', '三级分类', '细类'],
  code: ['code', '代码', '编码', '分类代码'],
  nameEn: ['nameEn', 'name_en', '英文', '英文名称'],
  synonyms: ['synonyms', '同义词', '别名'],
  urgency: ['urgency', '紧急程度', '时限类别'],
} as const
type Column = keyof typeof columns

const urgencyNames: Readonly<Record<string, Urgency>> = {
  ...Object.fromEntries(urgencies.map((urgency) => [urgency, urgency])),
  '': 'general',
  紧急: 'urgent',
  水电气热: 'lifeline',
  一般: 'general',
  复杂: 'complex',
}

const longestName = 40
const longestNameEn = 80
const codePattern = /^[0-9A-Za-z.-]{1,40}$/

function cellOf({ cells }: TableCells, column: Column): string {
  for (const title of columns[column]) {
    const found = cells[title]?.trim()
    if (found) return found
  }
  return ''
}

/**
 * Names from the top down to the category the row is about. A cell left blank under a merged one repeats the last
 * row's, as long as what stands above it is the same.
 */
function pathOf(row: TableCells, last: readonly string[]): string[] | Refusal {
  const levels = (['level1', 'level2', 'level3'] as const).map((level) => cellOf(row, level))
  const deepest = levels.findLastIndex((name) => name !== '')
  if (deepest < 0) return refuse('analyse.rowWithoutName', 'invalid')
  const path = levels.slice(0, deepest + 1)
  for (const [level, name] of path.entries()) {
    if (name !== '') continue
    const sameAbove = path.slice(0, level).every((above, i) => above === last[i])
    const repeated = last[level]
    if (!sameAbove || repeated === undefined) return refuse('analyse.rowWithoutParent', 'invalid')
    path[level] = repeated
  }
  return path.some((name) => name.length > longestName)
    ? refuse('analyse.nameTooLong', 'invalid', { values: { limit: longestName } })
    : path
}

const placeOf = (parent: string | null, name: string) => `${parent ?? ''}\n${name}`

/** The tree as it stands after the rows so far: a category is known by its name below its parent, and by its code. */
type Reading = {
  readonly byPlace: Map<string, Category>
  readonly byCode: Map<string, Category>
  /** Codes that a row described, and codes that a row mentioned at all. */
  readonly described: Set<string>
  readonly told: Set<string>
}

function find(path: readonly string[], { byPlace }: Reading): Category | undefined {
  let found: Category | undefined
  for (const name of path) {
    const parent: string | null = found?.code ?? null
    found = byPlace.get(placeOf(parent, name))
    if (!found) return undefined
  }
  return found
}

function put(category: Category, reading: Reading): Category {
  reading.byPlace.set(placeOf(category.parent, category.name), category)
  reading.byCode.set(category.code, category)
  reading.told.add(category.code)
  return category
}

/** The next free code below a parent: two digits more. */
function freeCode(parent: string, { byCode }: Reading): string {
  for (let number = 1; ; number++) {
    const code = `${parent}${String(number).padStart(2, '0')}`
    if (!byCode.has(code)) return code
  }
}

/** The category at a path; made, parents first, when neither the county nor an earlier row has it. */
function stand(path: readonly string[], code: string, reading: Reading): Category {
  const name = path.at(-1) ?? ''
  const above = path.length > 1 ? stand(path.slice(0, -1), '', reading) : null
  const parent = above?.code ?? null
  const there = reading.byPlace.get(placeOf(parent, name))
  if (there) return put(there, reading)
  const renamed = code ? reading.byCode.get(code) : undefined
  if (renamed) return put({ ...renamed, name }, reading)
  const given = code || freeCode(parent ?? '', reading)
  return put({ code: given, parent, name, nameEn: name, synonyms: [], urgency: 'general' }, reading)
}

/** Why a row may not describe the category at its path. */
function whyNotRow(row: TableCells, path: readonly string[], reading: Reading): Refusal | null {
  const code = cellOf(row, 'code')
  const there = find(path, reading)
  if (there && reading.described.has(there.code))
    return refuse('analyse.rowTwice', 'conflict', { values: { name: path.join(' / ') } })
  if (code) {
    const wrong = whyNotCode(code, there, path, reading)
    if (wrong) return wrong
  }
  const urgency = cellOf(row, 'urgency')
  if (urgencyNames[urgency] === undefined)
    return refuse('analyse.urgencyUnknown', 'invalid', { values: { urgency } })
  if (cellOf(row, 'nameEn').length > longestNameEn)
    return refuse('analyse.nameTooLong', 'invalid', { values: { limit: longestNameEn } })
  return null
}

/** A known code under another name is a renaming as long as it stays in its place; a code does not move in the tree. */
function whyNotCode(
  code: string,
  there: Category | undefined,
  path: readonly string[],
  reading: Reading,
): Refusal | null {
  if (!codePattern.test(code))
    return refuse('analyse.codeMalformed', 'invalid', { values: { code } })
  if (there)
    return there.code === code
      ? null
      : refuse('analyse.codeDiffers', 'conflict', { values: { code, known: there.code } })
  const known = reading.byCode.get(code)
  if (!known) return null
  const above = find(path.slice(0, -1), reading)
  const stays = known.parent === (above?.code ?? null) && !reading.told.has(code)
  return stays ? null : refuse('analyse.codeTaken', 'conflict', { values: { code } })
}

const synonymsOf = (cell: string) => [
  ...new Set(
    cell
      .split(/[、,，;；|\n]/)
      .map((word) => word.trim())
      .filter((word) => word !== ''),
  ),
]

const isSame = (a: Category, b: Category) =>
  a.name === b.name &&
  a.nameEn === b.nameEn &&
  a.urgency === b.urgency &&
  a.synonyms.join('\n') === b.synonyms.join('\n')

function describe(row: TableCells, path: readonly string[], reading: Reading): void {
  const standing = stand(path, cellOf(row, 'code'), reading)
  reading.described.add(standing.code)
  put(
    {
      ...standing,
      nameEn: cellOf(row, 'nameEn') || standing.nameEn,
      synonyms: synonymsOf(cellOf(row, 'synonyms')),
      urgency: urgencyNames[cellOf(row, 'urgency')] ?? 'general',
    },
    reading,
  )
}

/**
 * Reads a tree of categories from rows of up to three levels and says what it would change of the county's tree. A
 * row describes its deepest level; what stands above it comes into being with it. Where the table has no codes they
 * are kept by name and place, so that a second import of the same table changes nothing, and given in order to what
 * is new.
 */
export function planCategories(
  rows: readonly TableCells[],
  known: readonly Category[],
): CategoryPlan {
  const reading: Reading = {
    byPlace: new Map(known.map((category) => [placeOf(category.parent, category.name), category])),
    byCode: new Map(known.map((category) => [category.code, category])),
    described: new Set(),
    told: new Set(),
  }
  const troubles: RowTrouble[] = []
  let last: readonly string[] = []
  for (const row of rows) {
    const path = pathOf(row, last)
    if (!Array.isArray(path)) {
      troubles.push({ row: row.row, refusal: path as Refusal })
      continue
    }
    last = path
    const refusal = whyNotRow(row, path, reading)
    if (refusal) troubles.push({ row: row.row, refusal })
    else describe(row, path, reading)
  }
  return comparePlan(reading, known, troubles)
}

function comparePlan(
  reading: Reading,
  known: readonly Category[],
  troubles: RowTrouble[],
): CategoryPlan {
  const before = new Map(known.map((category) => [category.code, category]))
  const told = [...reading.told].flatMap((code) => reading.byCode.get(code) ?? [])
  const added = told.filter(({ code }) => !before.has(code))
  const changed = told.filter((category) => {
    const was = before.get(category.code)
    return was !== undefined && !isSame(was, category)
  })
  return {
    added,
    changed,
    unchanged: told.length - added.length - changed.length,
    absent: known.filter(({ code }) => !reading.told.has(code)).map(({ code }) => code),
    troubles,
  }
}
