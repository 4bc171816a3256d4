import type { Sql } from '#foundation/server/database.ts'
import { planned, prepared } from '#foundation/server/statement.ts'
import type { Matter } from '#matters/matter/model.ts'

const readAsked = prepared(
  'analyse.read-asked',
  `select m.id, m.title, m.words, m.category, m.division from matters m where m.county = $1 and m.id = $2`,
)

/** What is asked in a matter. */
export type AskedRow = Pick<Matter, 'id' | 'title' | 'words' | 'category' | 'division'>

export const askedOf = (sql: Sql, county: number, matter: string) =>
  sql.maybe<AskedRow>(readAsked, [county, matter])

// Nearly every text shares some pair of characters with nearly every other: so many of the newest are weighed.
const mostWeighed = 400
const mostCandidates = 80

// What the resident was told last, as they read it; in a matter that ended.
const lastReply = `cross join lateral (
    select e.shown ->> 'reply' as reply, e.at from events e
    where e.county = $1 and e.matter = m.id and e.audience <> 'inside' and e.shown ->> 'reply' <> ''
    order by e.seq desc limit 1) r`
const ended = "m.state in ('closed', 'archived', 'answered')"
const columns = `m.id, m.number, m.public_title as title, m.category, m.division, m.lead_office as "leadOffice",
    r.reply, r.at as "answeredAt"`

const like = planned(
  `select ${columns}
   from (select m.* from visible_matters m
     where m.county = $1 and ${ended} and m.search @@ $2::tsquery and m.id <> $3
     order by m.received_at desc, m.id desc limit ${mostWeighed}) m
   ${lastReply}
   order by ts_rank(m.search, $2::tsquery) desc, r.at desc limit ${mostCandidates}`,
)

/** An answer given before, with the matter it ended. */
export type AnsweredRow = Pick<
  Matter,
  'id' | 'number' | 'title' | 'category' | 'division' | 'leadOffice'
> & { reply: string; answeredAt: Date }

/**
 * Answers of ended matters that share words with a question, those that share most first; the asker sees the matters.
 * @param tokens a tsquery of pairs joined by |
 */
export const answersLike = (sql: Sql, county: number, tokens: string, without: string) =>
  sql.many<AnsweredRow>(like, [county, tokens, without])

const latest = prepared(
  'analyse.latest-answers',
  `select ${columns}
   from (select m.* from visible_matters m where m.county = $1 and ${ended}
     order by m.received_at desc, m.id desc limit $2) m
   ${lastReply}`,
)
/** The newest answers of a county, to count words in. */
export const latestAnswers = (sql: Sql, county: number, most: number) =>
  sql.many<AnsweredRow>(latest, [county, most])
