import type { RowView } from '#foundation/portal/Rows.tsx'
import { Refused } from '#foundation/refusal.ts'
import { sayDay } from '#foundation/screens/say-time.ts'
import { similarInCounty } from '#matters/analyse/contract.ts'
import type { State } from '#matters/matter/model.ts'
import type { ReportValues } from '../../../portal/pages/ReportPage.tsx'
import { textOf } from '../../../words.ts'
import { aboutOf, placesFor } from '../lists.ts'
import type { Portal, Visit } from '../page.ts'
import { toneOf } from '../status/standing.ts'
import { withoutEmpty } from './said.ts'

/** A published matter like what somebody is about to report. */
export type SimilarRow = RowView & {
  /** Like enough that the writer is asked before theirs is sent. */
  readonly likely: boolean
}

/** From here on two matters share most of their words, or half and the village: a question is asked, no more. */
const likelyFrom = 0.36
/** Words at most, as the contract takes them. */
const wordsMax = 5000

/** What cannot be compared is refused at its field when it is sent; looking for the like is only a comfort. */
function noneWhenRefused(error: unknown): [] {
  if (error instanceof Refused && error.refusal.kind === 'invalid') return []
  throw error
}

/** Published matters that may be the same; none while nothing has been said. */
export async function similarOf(
  portal: Portal,
  visit: Visit,
  values: ReportValues,
): Promise<SimilarRow[]> {
  const { county, asked } = visit
  const { language } = asked.by
  const now = asked.now.toISOString()
  const words = values.words?.trim().slice(0, wordsMax) ?? ''
  if (words === '') return []
  const input = { county: county.county, words, division: values.division }
  const [found, places] = await Promise.all([
    portal.ask(similarInCounty, withoutEmpty(input), asked).catch(noneWhenRefused),
    placesFor(portal, visit),
  ])
  return found.map((matter) => ({
    href: `/matters/${matter.number}`,
    title: matter.title,
    about: [...aboutOf(matter, places), sayDay(matter.receivedAt, language, now)],
    state: {
      tone: toneOf({ state: matter.state as State, flags: [], dueAt: null }, now),
      word: textOf(language, `matter.state.${matter.state}`),
    },
    likely: matter.likeness.score >= likelyFrom,
  }))
}
