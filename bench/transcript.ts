import pg from 'pg'

/** A statement as it went to the driver; `after` tells how many answers of its transaction had come before it went. */
export type Sent = {
  readonly name?: string
  readonly text: string
  readonly values?: readonly unknown[]
  readonly after: number
}
export type Transaction = readonly Sent[]

type Config = string | { name?: string; text: string; values?: unknown[] }
type Recorded = { sent: Sent[]; answered: number }

/**
 * Writes down every transaction this process commits from now on, as the driver is handed it: texts, values, and what
 * was sent without waiting for the answer before. `take` hands over what was written and begins anew.
 */
export function recordStatements(): { take(): Transaction[] } {
  let transactions: Transaction[] = []
  const open = new WeakMap<object, Recorded>()
  const { prototype } = pg.Client
  const query = prototype.query as (this: object, config: Config) => Promise<unknown>
  function recordingQuery(this: object, config: Config): Promise<unknown> {
    const answer = query.call(this, config)
    const { name, text, values } = typeof config === 'string' ? { text: config } : config
    if (text.startsWith('begin')) open.set(this, { sent: [], answered: 0 })
    const now = open.get(this)
    if (!now) return answer
    now.sent.push({ name, text, values, after: now.answered })
    if (text === 'commit') transactions.push(now.sent)
    answer.then(
      () => {
        now.answered += 1
      },
      () => {},
    )
    return answer
  }
  Object.assign(prototype, { query: recordingQuery })
  return {
    take() {
      const taken = transactions
      transactions = []
      return taken
    },
  }
}
