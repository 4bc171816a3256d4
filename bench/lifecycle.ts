import { now } from '#foundation/server/clock.ts'
import { newId } from '#foundation/server/new-id.ts'
import { county, handlingOffice } from './county.ts'
import { browserEncodings, type Line, read, type Visitor } from './http.ts'
import { composeTexts, randomFrom, spots } from './texts.ts'

/** Whoever has a hand in a lifecycle, signed in. */
export type Staff = Readonly<Record<'operator' | 'dispatcher' | 'handler' | 'checker', Visitor>>

const logins = ['operator', 'dispatcher', 'handler', 'checker'] as const

/** Signs the demo's officers in, as their browsers would. */
export async function signInStaff(line: Line, password: string): Promise<Staff> {
  const signedIn = logins.map(async (login) => {
    const answer = await line.visitor().post('/api/v1/sign-in', { login, password })
    const cookie = answer.headers['set-cookie']?.[0]?.split(';')[0]
    if (cookie === undefined) throw new Error(`${login}: ${answer.status} ${answer.text()}`)
    return [login, line.visitor({ cookie, encodings: browserEncodings })] as const
  })
  return Object.fromEntries(await Promise.all(signedIn)) as Staff
}

type Acted = { readonly state: string; readonly version: number }
type Opened = Acted & { readonly matter: string; readonly number: string }
type Seen = Acted & { readonly timeline: readonly unknown[] }

/** Requests and acts of one lifecycle, for honest counting: `create` does three acts in one request. */
export const lifecycleSize = { requests: 6, acts: 7 } as const

const random = randomFrom(7)
const texts = composeTexts(500)
const places = spots(county)
const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T

/** Fresh words at a fresh place: what an operator types on the phone. A third of them point at the map. */
function said() {
  const text = pick(texts)
  const place = pick(places)
  const house = 1 + Math.floor(random() * 200)
  const point = random() < 0.33 ? { lon: 111.35 + random() * 0.2, lat: 27.7 + random() * 0.2 } : {}
  return {
    words: `${text.words}${place.name}${house}号。`,
    category: text.category,
    place: { division: place.division, text: `${place.name}${house}号`, ...point },
    reporter: {
      name: '林女士',
      phone: `139${String(Math.floor(random() * 1e8)).padStart(8, '0')}`,
    },
  }
}

const actId = () => newId<string>(now())

/** Records a report and nothing else. */
export async function create({ operator }: Staff): Promise<Opened> {
  const input = { actId: actId(), channel: 'phone', ...said() }
  return read<Opened>(await operator.post('/api/v1/matters', input))
}

/** Records, accepts and judges in one request, as the phone desk does. */
async function createForDispatch({ operator }: Staff): Promise<Opened> {
  const { category, ...report } = said()
  const input = {
    actId: actId(),
    channel: 'phone',
    // Nobody has to be rung up afterwards: the shortest way the procedure knows.
    replyWanted: false,
    ...report,
    next: [
      { verb: 'accept', input: { type: 'help' } },
      { verb: 'judge', input: { category } },
    ],
  }
  return read<Opened>(await operator.post('/api/v1/matters', input))
}

/** Whoever reads next, on whatever connection, must see what was answered before. */
async function readBack(by: Visitor, { matter }: Opened, after: Acted): Promise<void> {
  const seen = read<Seen>(await by.get(`/api/v1/matters/${matter}`))
  const same = seen.version === after.version && seen.state === after.state
  if (!same || seen.timeline.length !== after.version)
    throw new Error(`read ${seen.state} ${seen.version} after ${after.state} ${after.version}`)
}

/**
 * From the first word to the end: create, dispatch, feed back, check, close, read.
 * @param readings whether every answer is read back at once, not only the last
 * @returns the matter's number
 */
export async function lifecycle(
  staff: Staff,
  readings: 'last' | 'every' = 'last',
): Promise<string> {
  const opened = await createForDispatch(staff)
  let last: Acted = opened
  const steps = [
    [staff.dispatcher, 'dispatch', { lead: handlingOffice, basis: '县城市管理局职责' }],
    [
      staff.handler,
      'feed-back',
      { outcome: 'solved', reply: '已到现场处理完毕，恢复正常使用，请继续监督。' },
    ],
    [staff.checker, 'check', { result: 'passed' }],
    [staff.checker, 'close', {}],
  ] as const
  for (const [by, verb, input] of steps) {
    if (readings === 'every') await readBack(by, opened, last)
    const path = `/api/v1/matters/${opened.matter}/${verb}`
    const asked = { actId: actId(), seen: last.version, ...input }
    last = read<Acted>(await by.post(path, asked))
  }
  await readBack(staff.operator, opened, last)
  if (last.state !== 'closed') throw new Error(`ended as ${last.state}`)
  return opened.number
}
