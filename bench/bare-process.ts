// A process of its own that sends the statements of recorded lifecycles through the plain driver: no house, no HTTP.
import pg, { type ClientConfig } from 'pg'
import { now } from '#foundation/server/clock.ts'
import { newId } from '#foundation/server/new-id.ts'
import { measure, type Pace } from './measure.ts'
import { type Play, playsOf } from './replay.ts'
import type { Transaction } from './transcript.ts'

export type ToBare = {
  readonly url: string
  readonly postmaster: number
  readonly lifecycles: readonly (readonly Transaction[])[]
  readonly pace: Pace
}

type Client = InstanceType<typeof pg.Client>

/** The same connection as the house's own, see foundation/server/database.ts. */
async function connect(url: string): Promise<Client> {
  const client = new pg.Client({
    connectionString: url,
    options: '-c role=linli_app',
    pipeline: true,
  } as ClientConfig)
  await client.connect()
  return client
}

/** Sends a lifecycle's transactions one after the other; within each, waits only where the house had waited. */
async function play(client: Client, { transactions, fill }: Play): Promise<void> {
  const fresh = fill(() => newId<string>(now()))
  for (const transaction of transactions) {
    const answers: Promise<unknown>[] = []
    for (const { name, text, values, after } of transaction) {
      if (after > 0) await answers[after - 1]
      answers.push(
        client.query({ name, text: text(fresh), values: values?.map((value) => value(fresh)) }),
      )
    }
    await Promise.all(answers)
  }
}

async function run({ url, postmaster, lifecycles, pace }: ToBare): Promise<void> {
  const plays = playsOf(lifecycles)
  const idle = await Promise.all(Array.from({ length: pace.concurrency }, () => connect(url)))
  let turn = 0
  const work = async () => {
    const client = idle.pop() as Client
    const next = plays[turn++ % plays.length] as Play
    try {
      await play(client, next)
    } finally {
      idle.push(client)
    }
  }
  const watched = { server: process.pid, postmaster }
  process.send?.({ measured: await measure('bare', work, pace, watched) })
  await Promise.all(idle.map((client) => client.end()))
}

process.once('message', (message: ToBare) => void run(message))
process.on('disconnect', () => process.exit(0))
