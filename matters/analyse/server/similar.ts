import { maskPersonalData } from '#foundation/personal-data.ts'
import { addDays } from '#foundation/time.ts'
import { startOfDay } from '#foundation/time-zone.ts'
import type { County } from '#matters/matter/server/engine.ts'
import type { Names } from '#matters/matter/server/list.ts'
import type { Moment } from '#people/server/moment.ts'
import type { SimilarMatter } from '../model.ts'
import { anyTokenQuery, type Comparable, rankSimilar } from '../similarity.ts'
import { type CandidateRow, candidatesFor } from './store.ts'

const mostShown = 5
const daysBack = 90

type Subject = Comparable & { readonly id: string | null }

function viewOf(row: CandidateRow, likeness: SimilarMatter['likeness']): SimilarMatter {
  const { id, number, title, state, category, division, receivedAt, voices } = row
  return {
    id,
    number,
    title,
    state,
    category,
    division,
    placeText: maskPersonalData(row.placeText),
    receivedAt: receivedAt.toISOString(),
    voices,
    likeness,
  }
}

/**
 * The matters most like this one: shared words or the same category, at the same place, received in the last 90 days;
 * closed ones too, since an answer that was given may be the answer (fixmystreet#2839). At most five.
 * @param publishedOnly whoever does not work on matters is shown published ones only, whatever the guard would let
 * them see
 */
export async function findSimilar(
  subject: Subject,
  moment: Moment,
  { county, names, publishedOnly }: { county: County; names: Names; publishedOnly: boolean },
): Promise<SimilarMatter[]> {
  const { sql, by, now } = moment
  const { words, category, division, lon, lat } = subject
  const candidates = await candidatesFor(sql, by.county, {
    // Like what was brought, not like what was replied.
    tokens: anyTokenQuery(words, ':AB'),
    category,
    divisions: division === null ? null : await names.divisionsBelow(moment, division),
    near: lon === null || lat === null ? null : { lon, lat },
    since: startOfDay(addDays(county.dayOf(now), -daysBack), county.calendar.timeZone),
    publishedOnly,
    without: subject.id,
  })
  return rankSimilar(subject, candidates, mostShown).map(({ candidate, likeness }) =>
    viewOf(candidate, likeness),
  )
}
