import { searchQueryText } from '#foundation/bigrams.ts'
import type { InputOf, OutputOf } from '#foundation/contract.ts'
import { Refused, refuse } from '#foundation/refusal.ts'
import type { County } from '#matters/matter/server/engine.ts'
import type { Moment } from '#people/server/moment.ts'
import type { findArticles, listArticles, readArticle } from '../../knowledge/contract.ts'
import type { FoundArticle, KeptArticle } from '../../knowledge/model.ts'
import { rankArticles } from '../../knowledge/rank.ts'
import { whyNotPublish } from '../../knowledge/rules.ts'
import { anyTokenQuery } from '../../similarity.ts'
import {
  articleCandidates,
  countArticles,
  editionsOf,
  type KeptRow,
  keptArticles,
  type TitleCursor,
  validArticle,
  validArticles,
} from '../store-articles.ts'
import { publishersOn, viewDays } from './knowledge.ts'

const pageLength = 50
/** Weighed one by one; those that share most pairs of characters come first. */
const mostCandidates = 60
const mostMatching = 5
const mostFound = 20

// No title holds a tabulator: blanks are folded when it is published.
const separator = '\t'

function readCursor(text: string | undefined): TitleCursor | null {
  if (text === undefined) return null
  const [title = '', id = ''] = text.split(separator)
  if (/^[0-9a-f-]{36}$/.test(id)) return { title, id }
  throw new Refused(
    refuse('foundation.fieldWrongType', 'invalid', { field: 'after', values: { field: 'after' } }),
  )
}

const cursorAfter = <R extends TitleCursor>(rows: readonly R[], limit: number) => {
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return last ? `${last.title}${separator}${last.id}` : null
}

/** Valid articles that answer what was said, best first, with the pieces that matched. */
export async function matching(
  words: string,
  { sql, by, now }: Moment,
  county: County,
  most = mostMatching,
): Promise<FoundArticle[]> {
  const tokens = anyTokenQuery(words)
  if (tokens === null) return []
  const day = county.dayOf(now)
  const candidates = await articleCandidates(sql, by.county, day, tokens, mostCandidates)
  return rankArticles(words, candidates, most)
}

/** What everybody may look for: valid articles by words, or all of them by title. */
export async function answerFind(
  input: InputOf<typeof findArticles>,
  moment: Moment,
  county: County,
): Promise<OutputOf<typeof findArticles>> {
  const words = input.words?.trim() ?? ''
  if (words !== '')
    return { articles: await matching(words, moment, county, mostFound), next: null }
  const { sql, by, now } = moment
  const limit = input.limit ?? pageLength
  const after = readCursor(input.after)
  const rows = await validArticles(sql, by.county, county.dayOf(now), after, limit + 1)
  const articles = rows.slice(0, limit).map((row) => ({ ...row, score: 0, because: [] }))
  return { articles, next: cursorAfter(rows, limit) }
}

/** The edition that is valid today. @throws Refused when there is none */
export async function answerRead(
  { article }: InputOf<typeof readArticle>,
  { sql, by, now }: Moment,
  county: County,
): Promise<OutputOf<typeof readArticle>> {
  const found = await validArticle(sql, by.county, county.dayOf(now), article)
  if (!found) throw new Refused(refuse('knowledge.unknown', 'missing', { field: 'article' }))
  return found
}

const keptView = ({ publishedAt, lastUsedAt, ...row }: KeptRow): KeptArticle => ({
  ...row,
  publishedAt: publishedAt.toISOString(),
  lastUsedAt: lastUsedAt?.toISOString() ?? null,
})

/** The knowledge base as it is kept, one view of it. */
export async function answerList(
  input: InputOf<typeof listArticles>,
  { sql, by, now }: Moment,
  county: County,
): Promise<OutputOf<typeof listArticles>> {
  const days = viewDays(county, now)
  const limit = input.limit ?? pageLength
  const words = input.words?.trim() ?? ''
  const tokens = words === '' ? null : searchQueryText(words)
  // Words that hold nothing to look for (only signs) find nothing, rather than everything.
  const nothing = words !== '' && tokens === null
  const page = {
    view: input.view ?? 'valid',
    days,
    tokens,
    after: readCursor(input.after),
  } as const
  const [rows, counts] = await Promise.all([
    nothing ? [] : keptArticles(sql, by.county, { ...page, limit: limit + 1 }),
    countArticles(sql, by.county, days),
  ])
  return {
    articles: rows.slice(0, limit).map(keptView),
    counts,
    mayPublish: whyNotPublish(by, publishersOn(county, county.dayOf(now))) === null,
    next: cursorAfter(rows, limit),
  }
}

/** Every edition of one article. @throws Refused when there is none of that id */
export async function answerEditions(article: string, { sql, by }: Moment): Promise<KeptArticle[]> {
  const rows = await editionsOf(sql, by.county, article)
  if (rows.length === 0)
    throw new Refused(refuse('knowledge.unknown', 'missing', { field: 'article' }))
  return rows.map(keptView)
}
