import { type Refusal, refuse } from '#foundation/refusal.ts'
import { isDay } from '#foundation/time.ts'
import { type Article, type ArticleText, articleLimits } from './model.ts'
import { tidied, whyNotArticle } from './rules.ts'

/** A row of a table as it was read: cells by the title of their column. */
export type TableCells = { readonly row: number; readonly cells: Readonly<Record<string, string>> }

/** What is wrong with one row, by its number in the file. */
export type RowTrouble = { readonly row: number; readonly refusal: Refusal }

const columns = {
  title: ['标题', '问题', 'title'],
  questions: ['问法', '相似问法', 'questions'],
  answer: ['答复', '答案', '内容', 'answer'],
  category: ['分类', 'category'],
  citation: ['依据', '来源', 'citation', 'source'],
  validFrom: ['生效日期', 'validFrom'],
  validTo: ['失效日期', 'validTo'],
} as const
type Column = keyof typeof columns

const needed = ['title', 'answer', 'citation'] as const satisfies readonly Column[]

/** Null when the table has every needed column under one of its titles. */
export function whyNotHeaders(headers: readonly string[]): Refusal | null {
  const missing = needed.filter((column) => !columns[column].some((one) => headers.includes(one)))
  if (missing.length === 0) return null
  return refuse('knowledge.columnsMissing', 'invalid', {
    values: { columns: missing.map((column) => columns[column][0]).join('、') },
  })
}

function cellOf({ cells }: TableCells, column: Column): string {
  for (const title of columns[column]) {
    const found = cells[title]?.trim()
    if (found) return found
  }
  return ''
}

/** 2026-01-31, 2026/1/31, 2026年1月31日, with a spreadsheet's midnight behind or not; null for what is no day. */
function dayFrom(text: string): string | null {
  const parts = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:T00:00:00(?:\.000)?)?$/.exec(text)
  if (!parts) return null
  const [, year = '', month = '', date = ''] = parts
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  return isDay(day) && day >= '1900-01-01' && day < '2201-01-01' ? day : null
}

/** An article as a row tells it, before it is published. */
export type ToldArticle = ArticleText & Pick<Article, 'validFrom' | 'validTo'>

type Reading = {
  /** The code of a category called by code or name; null for one the county has not. */
  readonly category: (called: string) => string | null
  /** First day of an article that names none. */
  readonly from: string
}

function whyNotLengths(told: ToldArticle): Refusal | null {
  for (const field of ['title', 'answer', 'citation'] as const) {
    const limit = articleLimits[field]
    if (told[field].length > limit)
      return refuse('knowledge.cellTooLong', 'invalid', {
        values: { column: columns[field][0], limit },
      })
  }
  const long = told.questions.some((question) => question.length > articleLimits.question)
  if (long || told.questions.length > articleLimits.questions)
    return refuse('knowledge.cellTooLong', 'invalid', {
      values: { column: columns.questions[0], limit: articleLimits.question },
    })
  return null
}

/** Reads one row, or says why it is no article. */
export function readArticleRow(
  row: TableCells,
  { category, from }: Reading,
): { readonly told: ToldArticle } | { readonly refusal: Refusal } {
  const empty = needed.find((column) => cellOf(row, column) === '')
  if (empty)
    return {
      refusal: refuse('knowledge.cellMissing', 'invalid', {
        values: { column: columns[empty][0] },
      }),
    }
  const called = cellOf(row, 'category')
  const code = called === '' ? null : category(called)
  if (called !== '' && code === null)
    return {
      refusal: refuse('knowledge.categoryUnknown', 'invalid', { values: { category: called } }),
    }
  const [first, last] = [cellOf(row, 'validFrom'), cellOf(row, 'validTo')]
  const days = { validFrom: dayFrom(first), validTo: dayFrom(last) }
  for (const [told, day] of [
    [first, days.validFrom],
    [last, days.validTo],
  ] as const) {
    if (told !== '' && day === null)
      return { refusal: refuse('knowledge.dayMalformed', 'invalid', { values: { day: told } }) }
  }
  const text = tidied({
    title: cellOf(row, 'title'),
    questions: cellOf(row, 'questions').split(/[|；;\n]/),
    answer: cellOf(row, 'answer'),
    category: code,
    citation: cellOf(row, 'citation'),
  })
  const told = { ...text, validFrom: days.validFrom ?? from, validTo: days.validTo }
  const wrong =
    whyNotLengths(told) ??
    whyNotArticle(told) ??
    (told.validTo !== null && told.validTo <= told.validFrom
      ? refuse('knowledge.endsFirst', 'invalid')
      : null)
  return wrong ? { refusal: wrong } : { told }
}

/** What a table would change of the knowledge base. */
export type ArticlePlan = {
  readonly added: ToldArticle[]
  /** Articles of the same title that go on as a new edition. */
  readonly renewed: { readonly before: Article; readonly told: ToldArticle }[]
  readonly unchanged: number
  readonly troubles: RowTrouble[]
}

const sameText = (a: ArticleText, b: ArticleText) =>
  (['title', 'answer', 'category', 'citation'] as const).every((field) => a[field] === b[field]) &&
  a.questions.join('\n') === b.questions.join('\n')

/**
 * Compares a table with the knowledge base: an article is known by its title. Imported again nothing changes; articles
 * the table lacks stay; another text under the same title is a new edition from the table's first day on.
 * @param standing the newest edition of each article that has not ended
 */
export function planArticles(
  rows: readonly TableCells[],
  standing: readonly Article[],
  reading: Reading,
): ArticlePlan {
  const plan = { added: [], renewed: [], unchanged: 0, troubles: [] } as ArticlePlan & {
    unchanged: number
  }
  const byTitle = new Map(standing.map((article) => [article.title, article]))
  const seen = new Map<string, number>()
  for (const row of rows) {
    const read = readArticleRow(row, reading)
    const refusal = 'refusal' in read ? read.refusal : placed(read.told, row.row)
    if (refusal) plan.troubles.push({ row: row.row, refusal })
  }
  return plan

  function placed(told: ToldArticle, row: number): Refusal | null {
    const twin = seen.get(told.title)
    if (twin !== undefined)
      return refuse('knowledge.rowTwice', 'invalid', { values: { row: twin } })
    seen.set(told.title, row)
    const before = byTitle.get(told.title)
    if (!before) plan.added.push(told)
    else if (sameText(before, told) && before.validTo === told.validTo) plan.unchanged += 1
    else {
      // What holds already is not rewritten for the days that are over.
      const from = told.validFrom < reading.from ? reading.from : told.validFrom
      if (from < before.validFrom)
        return refuse('knowledge.laterEdition', 'conflict', {
          values: { day: before.validFrom, edition: before.edition },
        })
      plan.renewed.push({ before, told: { ...told, validFrom: from } })
    }
    return null
  }
}
