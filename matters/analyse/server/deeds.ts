import type { InputOf } from '#foundation/contract.ts'
import { isId } from '#foundation/ids.ts'
import { Refused, refuse, unless } from '#foundation/refusal.ts'
import { limitOn } from '#foundation/rules-with-citations.ts'
import type { Urgency } from '#matters/matter/model.ts'
import { urgencyFor } from '#matters/matter/rules.ts'
import { type Deed, deed, type Outcome, type Subject } from '#matters/matter/server/deed.ts'
import type { Moment } from '#people/server/moment.ts'
import { judge, link } from '../contract.ts'
import type { Category, Suggestion } from '../model.ts'
import { whyNotCategory, whyNotLink, whyNotRisk } from '../rules.ts'
import type { Analysis } from './analysis.ts'
import { suggestCategories } from './learn/suggest-categories.ts'
import {
  addJudgement,
  type LinkTarget,
  lockLinkEnd,
  lockLinkEndByNumber,
  type NewJudgement,
  voicesOf,
} from './store.ts'

/**
 * Another urgency is another limit from the same start: the version of the rule that held when the clock began, since
 * a changed limit acts on new matters only (domain.md 1.5).
 */
function retimed({ matter, clocks, county }: Subject, urgency: Urgency): Outcome['adjust'] {
  const completion = clocks.find(({ name }) => name === 'completion')
  if (urgency === matter.urgency || !completion) return []
  const rule = `limit.completion.${urgency}`
  const limit = limitOn(county.rules, rule, county.dayOf(completion.startedAt))
  return [{ clock: 'completion', retime: { limit, rule } }]
}

/** A category brings its urgency: what concerns water or gas is a lifeline matter, whoever judges it so. */
function urgencyIn(
  tree: readonly Category[],
  { category, urgency }: Subject['matter'],
  given: InputOf<typeof judge>,
): Urgency {
  const of = (sought: string | null) =>
    tree.find(({ code }) => code === sought)?.urgency ?? 'general'
  if (given.category === category) return given.urgency ?? urgency
  return urgencyFor(given.urgency, urgency, { before: of(category), after: of(given.category) })
}

function judgementOf(
  { matter }: Subject,
  input: InputOf<typeof judge>,
  suggested: Suggestion,
  urgency: Urgency,
  { by, now }: Moment,
): NewJudgement {
  const place = suggested.categories.findIndex(({ category }) => category === input.category) + 1
  return {
    seq: matter.version + 1,
    category: input.category,
    type: input.type ?? matter.type,
    urgency,
    channel: input.channel ?? 'order',
    responsibleOffice: input.responsibleOffice ?? null,
    dutyItem: input.dutyItem ?? null,
    basis: input.basis?.trim() ?? '',
    risk: input.risk?.trim() ?? '',
    duplicateOf: matter.duplicateOf,
    suggested,
    chosen: { category: input.category, urgency, place: place || null },
    judgedBy: by.person,
    judgedAt: now,
  }
}

const judgeDeed = ({ names, models }: Pick<Analysis, 'names' | 'models'>) =>
  deed({
    verb: 'judge',
    contract: judge,
    whyNot: ({ matter }, input, { by }) => {
      const office = input.responsibleOffice
      if (office && names.officeName(matter.county, office, by.language) === null)
        return refuse('analyse.officeUnknown', 'invalid', { field: 'responsibleOffice' })
      return whyNotRisk(input.risk)
    },
    apply: async (subject, input, moment) => {
      const { matter, county } = subject
      const { suggestion: suggested, tree } = await suggestCategories(
        `${matter.title} ${matter.words}`,
        { sql: moment.sql, now: moment.now, county: matter.county, rules: county },
        models,
      )
      unless(whyNotCategory(input.category, tree))
      const urgency = urgencyIn(tree, matter, input)
      const made = judgementOf(subject, input, suggested, urgency, moment)
      addJudgement(moment.sql, matter.county, matter.id, made)
      const { category, type, channel, responsibleOffice, dutyItem, basis, risk, chosen } = made
      return {
        change: { category, type, urgency },
        body: {
          category,
          type,
          urgency,
          channel,
          responsibleOffice,
          dutyItem,
          basis,
          risk,
          place: chosen.place,
        },
        adjust: retimed(subject, urgency),
      }
    },
  })

/** The matter that a link to `to` ends at: what a duplicate is asked for, its own original answers. */
async function rootOf(to: string, { sql, by }: Moment): Promise<LinkTarget> {
  const found = isId(to)
    ? await lockLinkEnd(sql, by.county, to)
    : await lockLinkEndByNumber(sql, by.county, to)
  const root = found?.duplicateOf ? await lockLinkEnd(sql, by.county, found.duplicateOf) : found
  if (!root) throw new Refused(refuse('analyse.linkTargetUnknown', 'missing', { field: 'to' }))
  return root
}

function unlinked({ matter }: Subject): Outcome {
  unless(
    matter.duplicateOf === null ? refuse('analyse.notLinked', 'conflict', { field: 'to' }) : null,
  )
  return {
    change: { duplicateOf: null },
    body: { to: null, from: matter.duplicateOf },
    shown: { to: null },
  }
}

const linkDeed = deed({
  verb: 'link',
  contract: link,
  apply: async (subject, { to }, moment) => {
    const { matter } = subject
    if (to === null) return unlinked(subject)
    const root = await rootOf(to, moment)
    const voices = await voicesOf(moment.sql, matter.county, matter.id)
    unless(whyNotLink(matter, root, voices.length))
    return {
      change: { duplicateOf: root.id },
      body: { to: root.number, asked: to },
      // The number of what is not published is nobody's but its own reporter's.
      shown: root.published ? { to: root.number } : {},
    }
  },
})

/** The acts of analysis and judgement 分析研判. */
export function analyseDeeds(analysis: Pick<Analysis, 'names' | 'models'>): Deed[] {
  return [judgeDeed(analysis), linkDeed]
}
