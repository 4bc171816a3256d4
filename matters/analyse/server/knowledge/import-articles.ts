import type { Readable } from 'node:stream'
import { unless } from '#foundation/refusal.ts'
import type { Database, Sql } from '#foundation/server/database.ts'
import { newId } from '#foundation/server/new-id.ts'
import { readTable } from '#foundation/server/read-table.ts'
import type { Day } from '#foundation/time.ts'
import {
  type ArticlePlan,
  planArticles,
  type RowTrouble,
  type TableCells,
  type ToldArticle,
  whyNotHeaders,
} from '../../knowledge/article-table.ts'
import type { Article } from '../../knowledge/model.ts'
import { categoryNames, lockStandingArticles } from '../store-articles.ts'
import { writeEdition } from './publish.ts'

export type ArticleImportOptions = {
  readonly county: number
  /** A path, or the stream of an upload: XLSX, CSV, JSON. */
  readonly source: string | Readable
  /** The county's today: first day of articles whose row names none. */
  readonly from: Day
  /** Says what would change and changes nothing. */
  readonly dryRun: boolean
  readonly now: Date
}

const mostRows = 20_000

async function readRows(source: string | Readable) {
  const table = await readTable(source, { limits: { rows: mostRows } })
  const rows: TableCells[] = []
  const troubles: RowTrouble[] = []
  try {
    unless(whyNotHeaders(table.headers))
    for await (const row of table.rows) {
      if ('error' in row) troubles.push({ row: row.row, refusal: row.error })
      else rows.push(row)
    }
  } finally {
    await table.close()
  }
  return { rows, troubles }
}

/** The code of a category called by its code, or by a name that only one has. */
async function readCategories(sql: Sql, county: number, day: Day) {
  const known = await categoryNames(sql, county, day)
  const codes = new Set(known.map(({ code }) => code))
  const named = Map.groupBy(known, ({ name }) => name)
  return (called: string): string | null => {
    if (codes.has(called)) return called
    const [only, another] = named.get(called) ?? []
    return only && !another ? only.code : null
  }
}

/**
 * Takes articles from a table with the columns 标题, 问法, 答复, 分类, 依据, 生效日期, 失效日期. Rows that are wrong are listed and left
 * out, the others are published in one transaction. Imported again, nothing changes; another text under the same title
 * is a new edition.
 * @throws Refused when the file as a whole cannot be read
 */
export async function importArticles(
  database: Database,
  { county, source, from, dryRun, now }: ArticleImportOptions,
): Promise<ArticlePlan> {
  const { rows, troubles } = await readRows(source)
  return database.within({ county, reach: 'system', parties: [] }, async (sql) => {
    const category = await readCategories(sql, county, from)
    const standing = await lockStandingArticles(sql, county, from)
    const plan = planArticles(rows, standing, { category, from })
    if (!dryRun) await writePlan(sql, county, plan, now)
    const all = [...troubles, ...plan.troubles].sort((a, b) => a.row - b.row)
    return { ...plan, troubles: all }
  })
}

async function writePlan(sql: Sql, county: number, plan: ArticlePlan, now: Date): Promise<void> {
  const write = (told: ToldArticle, before: Article | null) => {
    const actId = newId<string>(now)
    const made = { ...told, id: before?.id ?? actId }
    return writeEdition(sql, county, before, made, { by: null, at: now, actId })
  }
  await Promise.all([
    ...plan.added.map((told) => write(told, null)),
    ...plan.renewed.map(({ before, told }) => write(told, before)),
  ])
}
