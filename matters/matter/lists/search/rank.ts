/** What is known of how a matter fits what was asked for. */
export type Fitting = {
  /** All words stand in the title: 3; in title, words and place together: 2; only with the reply: 1. */
  readonly part: 1 | 2 | 3
  /** How near to each other the words stand, and how often; from 0 to 1. */
  readonly nearness: number
  readonly at: Date
}

const dayMilliseconds = 86_400_000
/** After so many days being newer counts half. */
const halfDays = 90
const newnessShare = 0.3

function scoreOf({ part, nearness, at }: Fitting, now: Date): number {
  const days = Math.max(0, now.getTime() - at.getTime()) / dayMilliseconds
  const newness = halfDays / (halfDays + days)
  return part + (1 - newnessShare) * nearness + newnessShare * newness
}

/**
 * Best first: in the title before in the words, in the words before in the reply; words that stand together before
 * scattered ones; newer slightly before older.
 */
export function bestFirst<T extends Fitting>(found: readonly T[], now: Date): T[] {
  return found
    .map((one) => ({ one, score: scoreOf(one, now) }))
    .sort((a, b) => b.score - a.score || b.one.at.getTime() - a.one.at.getTime())
    .map(({ one }) => one)
}
