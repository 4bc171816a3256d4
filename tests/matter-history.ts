import { connected } from './cluster.ts'

export type HistoryRow = {
  readonly category: string
  readonly division: string
  /** Moments of receipt, ISO. */
  readonly at: readonly string[]
}

/** Writes closed requests of the past straight into a store, as an import of years would leave them. */
export async function writeHistory(
  url: string,
  county: number,
  rows: readonly HistoryRow[],
): Promise<void> {
  await connected(url, async (client) => {
    for (const { category, division, at } of rows)
      await client.query(
        `insert into matters (county, id, number, kind, procedure, state, version, title, words, public_title,
           public_words, channel, category, division, received_at, confidential, reply_wanted, published, closed_at)
         select $1::int, gen_random_uuid(), $1::int || '-' || left(moment, 4) || '-' || substr(gen_random_uuid()::text, 1, 8),
           'request', 1, 'archived', 1, '旧事', '旧事', '旧事', '旧事', 'import', $2, $3, moment::timestamptz, false,
           true, false, moment::timestamptz
         from unnest($4::text[]) as moment`,
        [county, category, division, at],
      )
  })
}
