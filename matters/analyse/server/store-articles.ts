import type { Sql } from '#foundation/server/database.ts'
import { planned, prepared } from '#foundation/server/statement.ts'
import type { Article, ArticleView } from '../knowledge/model.ts'

const columns = `a.id, a.edition, a.title, a.questions, a.answer, a.category, a.citation, a.valid_from as "validFrom",
  a.valid_to as "validTo"`
const holds = 'a.valid_from <= $2::date and (a.valid_to is null or a.valid_to > $2::date)'

const candidates = planned(
  `select ${columns} from articles a
   where a.county = $1 and ${holds} and a.search @@ to_tsquery('simple', $3)
   order by ts_rank(a.search, to_tsquery('simple', $3)) desc, a.id limit $4`,
)
const page = planned(
  `select ${columns} from articles a
   where a.county = $1 and ${holds} and ($3::text is null or (a.title, a.id) > ($3, $4::uuid))
   order by a.title, a.id limit $5`,
)
const readValid = prepared(
  'analyse.read-valid-article',
  `select ${columns} from articles a where a.county = $1 and ${holds} and a.id = $3
   order by a.edition desc limit 1`,
)

/** Valid articles that share any pair of characters with what was said, those that share most first. */
export const articleCandidates = (
  sql: Sql,
  county: number,
  day: string,
  tokens: string,
  most: number,
) => sql.many<Article>(candidates, [county, day, tokens, most])

export type TitleCursor = { title: string; id: string }
export const validArticles = (
  sql: Sql,
  county: number,
  day: string,
  after: TitleCursor | null,
  limit: number,
) => sql.many<Article>(page, [county, day, after?.title ?? null, after?.id ?? null, limit])

export const validArticle = (sql: Sql, county: number, day: string, id: string) =>
  sql.maybe<Article>(readValid, [county, day, id])

export type KeptRow = Article & {
  publishedAt: Date
  endedWhy: string
  uses: number
  lastUsedAt: Date | null
}
const keptColumns = `${columns}, a.published_at as "publishedAt", a.ended_why as "endedWhy",
  coalesce(u.uses, 0) as uses, u.last as "lastUsedAt"`
// Tells how often and when last, and of no matter: that the guard may hide one takes nothing from the article.
const used = `left join lateral (select count(*)::int as uses, max(u.at) as last from article_uses u
  where u.county = $1 and u.article = a.id) u on true`

const newest = `not exists (select 1 from articles n
  where n.county = $1 and n.id = a.id and n.edition > a.edition)`
const expiring = `${holds} and a.valid_to <= $3::date and ${newest}`
const expired = `a.valid_to <= $2::date and ${newest}`
const unused = `${holds} and (u.last is null or u.last < $4::timestamptz)`
const coming = 'a.valid_from > $2::date'

/** What the views are measured by: today, the last day that counts as expiring soon, since when a use counts. */
export type ViewDays = { today: string; soon: string; usedSince: Date }

const listKept = prepared(
  'analyse.list-articles',
  `select ${keptColumns} from articles a ${used}
   where a.county = $1 and ($5::text is null or a.search @@ to_tsquery('simple', $5))
     and ($6::text is null or (a.title, a.id) > ($6, $7::uuid))
     and case $8::text when 'expiring' then ${expiring} when 'expired' then ${expired} when 'unused' then ${unused}
       when 'coming' then ${coming} else ${holds} end
   order by a.title, a.id, a.edition limit $9`,
)
const countKept = prepared(
  'analyse.count-articles',
  `select count(*) filter (where ${holds})::int as valid, count(*) filter (where ${expiring})::int as expiring,
     count(*) filter (where ${expired})::int as expired, count(*) filter (where ${unused})::int as unused,
     count(*) filter (where ${coming})::int as coming
   from articles a ${used} where a.county = $1`,
)

export type KeptPage = {
  view: ArticleView
  days: ViewDays
  tokens: string | null
  after: TitleCursor | null
  limit: number
}
export const keptArticles = (
  sql: Sql,
  county: number,
  { view, days, tokens, after, limit }: KeptPage,
) =>
  sql.many<KeptRow>(listKept, [
    ...[county, days.today, days.soon, days.usedSince, tokens],
    ...[after?.title ?? null, after?.id ?? null, view, limit],
  ])
export const countArticles = (sql: Sql, county: number, { today, soon, usedSince }: ViewDays) =>
  sql.one<Record<ArticleView, number>>(countKept, [county, today, soon, usedSince])

const editions = prepared(
  'analyse.list-article-editions',
  `select ${keptColumns} from articles a ${used}
   where a.county = $1 and a.id = $2 order by a.edition desc`,
)
export const editionsOf = (sql: Sql, county: number, id: string) =>
  sql.many<KeptRow>(editions, [county, id])

const lockEditions = prepared(
  'analyse.lock-article-editions',
  `select ${columns} from articles a where a.county = $1 and a.id = $2 order by a.edition for update`,
)
/** Every edition of an article, the oldest first, held against a second publishing. */
export const lockArticle = (sql: Sql, county: number, id: string) =>
  sql.many<Article>(lockEditions, [county, id])

const lockNewest = prepared(
  'analyse.lock-newest-articles',
  `select ${columns} from articles a
   where a.county = $1 and (a.valid_to is null or a.valid_to > $2::date) and not exists (
     select 1 from articles n where n.county = $1 and n.id = a.id and n.edition > a.edition)
   order by a.title, a.id for update`,
)
/** The newest edition of every article that has not ended on a day. */
export const lockStandingArticles = (sql: Sql, county: number, day: string) =>
  sql.many<Article>(lockNewest, [county, day])

const findAct = prepared(
  'analyse.find-publishing',
  `select a.id, a.edition, a.valid_from as "validFrom" from articles a where a.county = $1 and a.act_id = $2`,
)
/** What an act published before. */
export const publishedBy = (sql: Sql, county: number, actId: string) =>
  sql.maybe<Pick<Article, 'id' | 'edition' | 'validFrom'>>(findAct, [county, actId])

const insert = prepared(
  'analyse.insert-article',
  `insert into articles (county, id, edition, title, questions, answer, category, citation, valid_from, valid_to,
     published_by, published_at, act_id, search)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, to_tsvector('simple', $14))
   on conflict do nothing`,
)
export type NewArticle = Article & {
  publishedBy: string | null
  publishedAt: Date
  actId: string
  searchText: string
}
/** 1 when published, 0 when that act, or that edition, was published already. */
export const insertArticle = (sql: Sql, county: number, made: NewArticle) =>
  sql.run(insert, [
    ...[county, made.id, made.edition, made.title, made.questions, made.answer, made.category],
    ...[made.citation, made.validFrom, made.validTo, made.publishedBy, made.publishedAt],
    ...[made.actId, made.searchText],
  ])

const end = prepared(
  'analyse.end-article',
  `update articles set valid_to = $4, ended_by = $5, ended_why = $6 where county = $1 and id = $2 and edition = $3`,
)
export const endArticle = (
  sql: Sql,
  county: number,
  { id, edition }: Pick<Article, 'id' | 'edition'>,
  ended: { on: string; by: string | null; why: string },
) => sql.run(end, [county, id, edition, ended.on, ended.by, ended.why])

const addUse = prepared(
  'analyse.add-article-use',
  `insert into article_uses (county, matter, seq, article, edition, act, at) values ($1, $2, $3, $4, $5, $6, $7)`,
)
export type NewUse = {
  matter: string
  seq: number
  article: string
  edition: number
  act: string
  at: Date
}
/** Travels with the act's own writing. */
export function addArticleUse(sql: Sql, county: number, use: NewUse): void {
  sql.later(addUse, [county, use.matter, use.seq, use.article, use.edition, use.act, use.at])
}

const hasCategoryText = prepared(
  'analyse.list-category-names',
  `select c.code, c.name from categories c
   where c.county = $1 and c.valid_from <= $2::date and (c.valid_to is null or c.valid_to > $2::date)`,
)
export const categoryNames = (sql: Sql, county: number, day: string) =>
  sql.many<{ code: string; name: string }>(hasCategoryText, [county, day])
