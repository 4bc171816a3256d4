import type { Sql } from '#foundation/server/database.ts'
import { planned, prepared } from '#foundation/server/statement.ts'
import type { Matter, RequestType, Urgency } from '#matters/matter/model.ts'
import type { LegalChannel, Suggestion } from '../model.ts'
import type { LinkEnd } from '../rules.ts'

/** A judgement as it is written: what was chosen, and what had been suggested. */
export type NewJudgement = {
  seq: number
  category: string
  type: RequestType | null
  urgency: Urgency
  channel: LegalChannel
  responsibleOffice: string | null
  dutyItem: string | null
  basis: string
  risk: string
  duplicateOf: string | null
  suggested: Suggestion
  /** Which place the chosen category had among the suggestions, from 1; null when it was not among them. */
  chosen: { category: string; urgency: Urgency; place: number | null }
  judgedBy: string | null
  judgedAt: Date
}

const add = prepared(
  'analyse.add-judgement',
  `insert into judgements (county, matter, seq, category, type, urgency, channel, responsible_office, duty_item, basis,
     risk, duplicate_of, suggested, chosen, judged_by, judged_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
)

/** Travels with the act's own writing. */
export function addJudgement(sql: Sql, county: number, matter: string, made: NewJudgement): void {
  sql.later(add, [
    ...[county, matter, made.seq, made.category, made.type, made.urgency, made.channel],
    ...[made.responsibleOffice, made.dutyItem, made.basis, made.risk, made.duplicateOf],
    ...[JSON.stringify(made.suggested), JSON.stringify(made.chosen), made.judgedBy, made.judgedAt],
  ])
}

const list = prepared(
  'analyse.list-judgements',
  `select j.seq, j.category, j.type, j.urgency, j.channel, j.responsible_office as "responsibleOffice",
     j.duty_item as "dutyItem", j.basis, j.risk, j.suggested, j.judged_at as "judgedAt"
   from judgements j join matters m on m.county = j.county and m.id = j.matter
   where j.county = $1 and j.matter = $2 order by j.seq`,
)

export type JudgementRow = Omit<NewJudgement, 'duplicateOf' | 'chosen' | 'judgedBy'>

export const judgementsOf = (sql: Sql, county: number, matter: string) =>
  sql.many<JudgementRow>(list, [county, matter])

const linkEndColumns = 'm.id, m.number, m.state, m.published, m.duplicate_of as "duplicateOf"'
const lockById = prepared(
  'analyse.lock-link-end',
  `select ${linkEndColumns} from matters m where m.county = $1 and m.id = $2 for update`,
)
const lockByNumber = prepared(
  'analyse.lock-link-end-by-number',
  `select ${linkEndColumns} from matters m where m.county = $1 and m.number = $2 for update`,
)

/** A matter to link to; its lock keeps two links at one moment from making a circle. */
export type LinkTarget = LinkEnd & Pick<Matter, 'published'>

export const lockLinkEnd = (sql: Sql, county: number, id: string) =>
  sql.maybe<LinkTarget>(lockById, [county, id])
export const lockLinkEndByNumber = (sql: Sql, county: number, number: string) =>
  sql.maybe<LinkTarget>(lockByNumber, [county, number])

const voices = prepared(
  'analyse.list-voices',
  `select m.id, m.number, m.public_title as title, m.received_at as "receivedAt" from matters m
   where m.county = $1 and m.duplicate_of = $2 order by m.received_at, m.id`,
)

export type VoiceRow = { id: string; number: string; title: string; receivedAt: Date }

/** The duplicates linked to a matter that the guard lets the asker see. */
export const voicesOf = (sql: Sql, county: number, matter: string) =>
  sql.many<VoiceRow>(voices, [county, matter])

const readWords = prepared(
  'analyse.read-words',
  `select m.id, m.duplicate_of as "duplicateOf", m.title || ' ' || m.words as words, m.category, m.division,
     m.lon, m.lat from matters m where m.county = $1 and m.id = $2`,
)

/** What a matter is compared by. */
export type WordsRow = Pick<
  Matter,
  'id' | 'duplicateOf' | 'words' | 'category' | 'division' | 'lon' | 'lat'
>

export const wordsOf = (sql: Sql, county: number, matter: string) =>
  sql.maybe<WordsRow>(readWords, [county, matter])

export type CandidateRow = Pick<
  Matter,
  | 'id'
  | 'number'
  | 'title'
  | 'state'
  | 'category'
  | 'division'
  | 'placeText'
  | 'receivedAt'
  | 'words'
  | 'lon'
  | 'lat'
> & { voices: number }

/** What to look for: shared words, or the same category, at a place and since a moment. */
export type CandidateFilter = {
  /** A tsquery of pairs joined by |; null when the words hold none. */
  tokens: string | null
  category: string | null
  divisions: readonly string[] | null
  near: { lon: number; lat: number } | null
  since: Date
  publishedOnly: boolean
  without: string | null
}

// A hundredth of a degree: about 1.1 km from north to south, less from east to west.
const nearDegrees = 0.01
const mostCandidates = 60
// Nearly every text shares some pair of characters with nearly every other: so many of the newest are weighed, which
// are those of some weeks at one place.
const mostWeighed = 400

/**
 * The newest matters that may be alike, those that share most words first; none where there is nothing to look for.
 * The masked words: reasons shown must hold no personal data.
 */
export function candidatesFor(
  sql: Sql,
  county: number,
  filter: CandidateFilter,
): Promise<CandidateRow[]> {
  const values: unknown[] = [county, filter.since]
  const place = (value: unknown) => `$${values.push(value)}`
  const tokens = filter.tokens === null ? [] : [`${place(filter.tokens)}::tsquery`]
  const likely = tokens.map((query) => `m.search @@ ${query}`)
  if (filter.category !== null) likely.push(`m.category = ${place(filter.category)}`)
  if (likely.length === 0) return Promise.resolve([])
  const parts = [
    'm.county = $1',
    'm.received_at >= $2',
    "m.state not in ('refused', 'cancelled')",
    `(${likely.join(' or ')})`,
    ...placeParts(filter, place),
  ]
  if (filter.publishedOnly) parts.push('m.published')
  if (filter.without !== null) parts.push(`m.id <> ${place(filter.without)}`)
  const order = [...tokens.map((query) => `ts_rank(m.search, ${query}) desc`), 'm.received_at desc']
  return sql.many<CandidateRow>(
    planned(`select m.id, m.number, m.public_title as title, m.state, m.category, m.division,
        m.place_text as "placeText", m.received_at as "receivedAt", m.lon, m.lat,
        m.public_title || ' ' || m.public_words as words,
        1 + (select count(*)::int from matters v where v.county = m.county and v.duplicate_of = m.id) as voices
      from (select m.* from visible_matters m where ${parts.join(' and ')}
        order by m.received_at desc, m.id desc limit ${mostWeighed}) m
      order by ${order.join(', ')} limit ${mostCandidates}`),
    values,
  )
}

/** In one of the divisions, or near the point; empty where neither is known. */
function placeParts(
  { divisions, near }: CandidateFilter,
  place: (value: unknown) => string,
): string[] {
  const either: string[] = []
  if (divisions) either.push(`m.division = any(${place(divisions)}::text[])`)
  if (near) {
    const [west, east] = [place(near.lon - nearDegrees), place(near.lon + nearDegrees)]
    const [south, north] = [place(near.lat - nearDegrees), place(near.lat + nearDegrees)]
    either.push(`(m.lon between ${west} and ${east} and m.lat between ${south} and ${north})`)
  }
  return either.length > 0 ? [`(${either.join(' or ')})`] : []
}
