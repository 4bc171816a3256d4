import { Refused, refuse } from '#foundation/refusal.ts'
import type { Verb } from '#matters/matter/model.ts'
import type { Subject } from '#matters/matter/server/deed.ts'
import type { Moment } from '#people/server/moment.ts'
import type { Article } from '../../knowledge/model.ts'
import { addArticleUse, validArticle } from '../store-articles.ts'

/**
 * Notes that an act used an article, in the act's own transaction: the edition that is valid on the day.
 * @returns the edition, for the record of the matter
 * @throws Refused when the article has expired, was withdrawn or never was
 */
export async function citeArticle(
  article: string,
  act: Verb,
  { matter, county }: Subject,
  { sql, by, now }: Moment,
): Promise<Pick<Article, 'id' | 'edition' | 'title' | 'citation'>> {
  const found = await validArticle(sql, by.county, county.dayOf(now), article)
  if (!found) throw new Refused(refuse('knowledge.notValid', 'conflict', { field: 'article' }))
  const { id, edition, title, citation } = found
  const use = { matter: matter.id, seq: matter.version + 1, article: id, edition, act, at: now }
  addArticleUse(sql, by.county, use)
  return { id, edition, title, citation }
}
