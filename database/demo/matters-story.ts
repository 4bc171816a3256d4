import type { Grade } from '#matters/evaluate/model.ts'
import type { Channel, RequestType, Verb } from '#matters/matter/model.ts'
import { demoOffice } from './people.ts'
import type { DemoOfficeKey, DemoOfficerKey } from './people-names.ts'

/** Minutes after the step before; or "2 09:30": half past nine on the second working day after the first. */
export type When = number | `${number} ${number}:${number}`

/** One act of a story. A number under `wakeOn` or `promisedDay` is days ahead; `to` of a link is another story. */
export type Step = {
  readonly when: When
  readonly who: DemoOfficerKey | 'reporter'
  readonly verb: Verb
  readonly input: Readonly<Record<string, unknown>>
}

/** An invented matter and what becomes of it. */
export type Story = {
  readonly key: string
  /** Working days before today on which it came, and at what time. */
  readonly ago: number
  readonly at: `${number}:${number}`
  readonly by: Channel
  readonly words: string
  readonly title?: string
  readonly type?: RequestType
  /** Name of a second-level category of the demo. */
  readonly category: string
  /** Digits 7–12 of the division, and the place in words. */
  readonly place: readonly [part: string, text: string]
  readonly finding?: true
  /** Who writes it down; the first operator, or the grid worker of Wenchang. */
  readonly recorder?: DemoOfficerKey
  readonly name?: string
  readonly confidential?: true
  readonly noReply?: true
  readonly about?: DemoOfficeKey
  readonly steps: readonly Step[]
}

type More = Readonly<Record<string, unknown>>
const step = (who: Step['who'], verb: Verb, when: When, input: More = {}): Step => ({
  who,
  verb,
  when,
  input,
})

/** Accepted and judged by the operator; the loader adds the story's own category. */
export const take = (when: When = 18, more: More = {}): Step[] => [
  step('operator', 'accept', when, more),
  step('operator', 'judge', 9),
]

export const accept = (when: When = 18): Step => step('operator', 'accept', when)

export const refuse = (reason: string, channel: string, reply: string, more: More = {}): Step =>
  step('operator', 'refuse', 25, { reason, channel, reply, ...more })

export const answer = (reply: string, when: When = 20): Step =>
  step('operator', 'answer', when, { reply })

type Given = {
  readonly when?: When
  readonly assisting?: readonly DemoOfficeKey[]
  /** Where the duty list is silent. */
  readonly basis?: string
}

/** Dispatched to a lead office; without a basis in words by the item of the duty list, which the loader finds. */
export function give(lead: DemoOfficeKey, { when = 26, assisting = [], basis }: Given = {}): Step {
  const others = assisting.length > 0 ? { assisting: assisting.map(demoOffice) } : {}
  return step('dispatcher', 'dispatch', when, {
    lead: demoOffice(lead),
    ...others,
    ...(basis && { basis }),
  })
}

export const sign = (who: DemoOfficerKey, when: When = 55): Step => step(who, 'sign', when)

export const reach = (who: DemoOfficerKey, when: When = 35, reached = true): Step =>
  step(who, 'contact', when, { how: 'phone', reached })

export const note = (who: DemoOfficerKey, words: string, when: When = 90): Step =>
  step(who, 'note', when, { words })

export const assist = (who: DemoOfficerKey, reply: string, when: When): Step =>
  step(who, 'assist', when, { answer: reply })

export const feed = (who: DemoOfficerKey, when: When, reply: string, more: More = {}): Step =>
  step(who, 'feedBack', when, { outcome: 'solved', reply, ...more })

/** Signed for, the resident rung up, and the result reported at `when`. */
export const solve = (who: DemoOfficerKey, when: When, reply: string, more: More = {}): Step[] => [
  sign(who),
  reach(who),
  feed(who, when, reply, more),
]

export const check = (
  when: When,
  result: 'passed' | 'failed' | 'unclear' = 'passed',
  words?: string,
): Step => step('checker', 'check', when, { result, ...(words && { note: words }) })

export const call = (when: When, grade: Grade, solved = true, words = ''): Step =>
  step('checker', 'callBack', when, { reached: true, solved, grade, words })

export const ringInVain = (when: When): Step =>
  step('checker', 'callBack', when, { reached: false })

export const close = (when: When = 6): Step => step('checker', 'close', when)

/** Checked in the morning of that working day, the resident called back in the afternoon, closed. */
export const confirm = (day: number, grade: Grade, words = ''): Step[] => [
  check(`${day} 09:40`),
  call(`${day} 15:05`, grade, true, words),
  close(),
]

export const rate = (when: When, grade: Grade, words: string): Step =>
  step('reporter', 'rate', when, { solved: true, grade, words, publish: true })

export const act = step
