import { shareOn } from '#foundation/rules-with-citations.ts'
import type { County } from '#matters/matter/server/engine.ts'
import type { Moment } from '#people/server/moment.ts'
import type { LeadAdvice, LikelyLead } from '../../route/contract.ts'
import { routeText } from '../../route/learn-route.ts'
import { suggestCategories } from '../learn/suggest-categories.ts'
import type { AskedRow } from '../store-answers.ts'
import type { Answers } from './answers.ts'

/** The category a person chose, else one the words speak for clearly; the duty list is asked with it. */
async function categoryOf(
  asked: AskedRow,
  { sql, by, now }: Moment,
  rules: County,
  models: Answers['models'],
): Promise<string | null> {
  if (asked.category !== null) return asked.category
  const where = { sql, now, county: by.county, rules }
  const words = `${asked.title} ${asked.words}`
  const { suggestion } = await suggestCategories(words, where, models)
  return suggestion.certain ? (suggestion.categories[0]?.category ?? null) : null
}

/** Who led like matters, by what was learnt; offices that are no more are left out. */
async function learntLeads(
  { title, words }: AskedRow,
  { sql, by, now }: Moment,
  rules: County,
  { models, names }: Answers,
): Promise<LikelyLead[]> {
  const live = await models.of(sql, by.county, 'office')
  if (!live) return []
  const text = routeText(title, words)
  const certaintyMin = shareOn(rules.rules, 'analysis.certaintyMin', rules.dayOf(now))
  const classified = live.classifier.classify(text, { certaintyMin })
  return live.classifier.explain(text, classified).flatMap(({ category, probability, because }) => {
    const name = names.officeName(by.county, category, by.language)
    if (name === null) return []
    return [{ office: category, name, item: null, basis: '', probability, because: [...because] }]
  })
}

/**
 * Who may lead a matter: whom the duty list names, with its legal basis; where the list is silent, who led like
 * matters. It says which of the two it was, and decides nothing.
 */
export async function findLeads(
  asked: AskedRow,
  moment: Moment,
  rules: County,
  answers: Answers,
): Promise<LeadAdvice> {
  const category = await categoryOf(asked, moment, rules, answers.models)
  const { division } = asked
  const day = rules.dayOf(moment.now)
  const listed = category ? await answers.listedLeads({ category, division }, moment, day) : []
  if (listed.length > 0) {
    const offices = listed.map((lead) => ({ ...lead, probability: null, because: [] }))
    return { source: 'dutyList', offices }
  }
  const offices = await learntLeads(asked, moment, rules, answers)
  return { source: offices.length > 0 ? 'history' : 'none', offices }
}
