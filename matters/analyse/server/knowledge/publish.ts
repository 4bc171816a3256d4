import { searchVectorText } from '#foundation/bigrams.ts'
import type { InputOf } from '#foundation/contract.ts'
import { Refused, refuse, unless } from '#foundation/refusal.ts'
import type { Sql } from '#foundation/server/database.ts'
import { checkCategory } from '#matters/matter/server/check-category.ts'
import type { County } from '#matters/matter/server/engine.ts'
import type { Moment } from '#people/server/moment.ts'
import { noteDeed } from '#people/server/staff/audit.ts'
import type { publishArticle, withdrawArticle } from '../../knowledge/contract.ts'
import type { Article, ArticleText } from '../../knowledge/model.ts'
import {
  tidied,
  whyNotArticle,
  whyNotDays,
  whyNotEdition,
  whyNotPublish,
} from '../../knowledge/rules.ts'
import { endArticle, insertArticle, lockArticle, publishedBy } from '../store-articles.ts'
import { publishersOn } from './knowledge.ts'

/** What the search looks through: the forms of asking, then the answer and its source. */
export const searchTextOf = ({ title, questions, answer, citation }: ArticleText) =>
  searchVectorText([title, ...questions, answer, citation].join('\n'))

type Published = Pick<Article, 'id' | 'edition' | 'validFrom'>
const told = ({ id, edition, validFrom }: Published) => ({ article: id, edition, validFrom })

/** Writes an edition; the one before ends where it begins. */
export async function writeEdition(
  sql: Sql,
  county: number,
  before: Article | null,
  made: ArticleText & { id: string; validFrom: string; validTo: string | null },
  entered: { by: string | null; at: Date; actId: string },
): Promise<Article | null> {
  const { by, at, actId } = entered
  const article: Article = { ...made, edition: (before?.edition ?? 0) + 1 }
  const goesOn = before && (before.validTo === null || before.validTo > made.validFrom)
  if (goesOn) await endArticle(sql, county, before, { on: made.validFrom, by, why: '' })
  const searchText = searchTextOf(article)
  const written = { ...article, publishedBy: by, publishedAt: at, actId, searchText }
  return (await insertArticle(sql, county, written)) === 1 ? article : null
}

async function newestOf(moment: Moment, id: string): Promise<Article> {
  const newest = (await lockArticle(moment.sql, moment.by.county, id)).at(-1)
  if (newest) return newest
  throw new Refused(refuse('knowledge.unknown', 'missing', { field: 'article' }))
}

/** Publishes an article or the next edition of one. @throws Refused saying what is wrong with it, or who may */
export async function publish(
  input: InputOf<typeof publishArticle>,
  moment: Moment,
  county: County,
) {
  const { sql, by, now, actId } = moment
  const today = county.dayOf(now)
  unless(whyNotPublish(by, publishersOn(county, today)))
  const { article: id, from = today, until = null, actId: _, ...text } = input
  const newest = id === undefined ? null : await newestOf(moment, id)
  // Behind the lock: whoever sends it again at the same moment waits there, and then finds it done.
  const done = await publishedBy(sql, by.county, actId)
  if (done) return told(done)
  const clean = tidied(text)
  unless(whyNotArticle(clean) ?? whyNotDays(from, until, today))
  unless(newest && whyNotEdition(newest, from))
  await checkCategory(county, clean.category ?? undefined, moment)
  const made = { ...clean, id: newest?.id ?? actId, validFrom: from, validTo: until }
  const entered = { by: by.person, at: now, actId }
  const article = await writeEdition(sql, by.county, newest, made, entered)
  if (!article) {
    const first = await publishedBy(sql, by.county, actId)
    if (first) return told(first)
    throw new Refused(refuse('knowledge.editionTaken', 'conflict', { field: 'article' }))
  }
  const { edition, title, citation } = article
  await noteDeed(moment, 'publishArticle', { article: article.id, edition, title, from, citation })
  return told(article)
}

/** Ends an article on a day, today unless told otherwise. What was answered with it keeps it. */
export async function withdraw(
  input: InputOf<typeof withdrawArticle>,
  moment: Moment,
  county: County,
) {
  const { sql, by, now } = moment
  const today = county.dayOf(now)
  unless(whyNotPublish(by, publishersOn(county, today)))
  const on = input.on ?? today
  if (on < today)
    throw new Refused(
      refuse('knowledge.fromPast', 'invalid', { field: 'on', values: { day: today } }),
    )
  const newest = await newestOf(moment, input.article)
  const { edition, title } = newest
  const ended = newest.validTo !== null && newest.validTo <= today
  if (ended) throw new Refused(refuse('knowledge.endedAlready', 'conflict', { field: 'article' }))
  const last = on < newest.validFrom ? newest.validFrom : on
  const why = input.reason.trim()
  await endArticle(sql, by.county, newest, { on: last, by: by.person, why })
  await noteDeed(moment, 'withdrawArticle', { article: newest.id, edition, title, on: last, why })
  return { article: newest.id, edition, validTo: last }
}
