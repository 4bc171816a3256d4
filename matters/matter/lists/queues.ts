import type { PostKind } from '#people/model.ts'
import type { Flag, State } from '../model.ts'

/**
 * What a queue holds, told in columns of a matter. Badge and rows come from the same definition, so they
 * cannot differ.
 */
export type Queue = {
  readonly name: QueueName
  /** Shown to holders of these posts. */
  readonly for: readonly PostKind[]
  readonly states?: readonly State[]
  readonly flag?: Flag
  readonly withoutFlags?: readonly Flag[]
  /** How my offices stand to it. */
  readonly mine?: 'lead' | 'assisting' | 'consulted' | 'recorded'
  readonly due?: 'late' | 'today'
}

/** What a list may be narrowed to besides its states: what has not ended yet, and what of it is past its limit. */
export const listStandings = ['open', 'late'] as const
export type ListStanding = (typeof listStandings)[number]

export const queueNames = [
  'toAccept',
  'toJudge',
  'toDispatch',
  'consulting',
  'toOpine',
  'toSign',
  'handling',
  'assisting',
  'suspended',
  'objections',
  'extensions',
  'toCheck',
  'toCallBack',
  'late',
  'dueToday',
  'recorded',
] as const
export type QueueName = (typeof queueNames)[number]

const commanding: readonly PostKind[] = ['dispatcher', 'leader']
// A queue is what one may bring on: a leader decides, and neither accepts nor dispatches.
const handlers: readonly PostKind[] = ['handler', 'chief']

/** In the order of the work; the desk shows those of the posts one holds. */
export const queues: readonly Queue[] = [
  { name: 'toAccept', for: ['operator'], states: ['reported'] },
  { name: 'toJudge', for: ['operator', 'dispatcher'], states: ['accepted'] },
  { name: 'toDispatch', for: ['dispatcher'], states: ['judged'], withoutFlags: ['consulting'] },
  { name: 'consulting', for: commanding, states: ['judged'], flag: 'consulting' },
  { name: 'objections', for: commanding, states: ['dispatched', 'handling'], flag: 'objected' },
  { name: 'extensions', for: commanding, states: ['handling'], flag: 'extensionAsked' },
  {
    name: 'toOpine',
    for: handlers,
    states: ['judged'],
    flag: 'consulting',
    mine: 'consulted',
  },
  { name: 'toSign', for: handlers, states: ['dispatched'], mine: 'lead' },
  { name: 'handling', for: handlers, states: ['handling'], mine: 'lead' },
  { name: 'assisting', for: handlers, states: ['dispatched', 'handling'], mine: 'assisting' },
  { name: 'toCheck', for: ['checker'], states: ['fedBack'] },
  { name: 'toCallBack', for: ['checker'], states: ['checked'] },
  {
    name: 'suspended',
    for: ['leader', 'dispatcher', ...handlers],
    states: ['dispatched', 'handling'],
    flag: 'suspended',
  },
  { name: 'dueToday', for: ['dispatcher', 'leader', ...handlers], due: 'today' },
  { name: 'late', for: ['dispatcher', 'leader', ...handlers], due: 'late' },
  { name: 'recorded', for: ['gridWorker', 'operator'], mine: 'recorded' },
]

/** The queues of the posts one holds, in the order of the work. */
export function queuesFor(posts: readonly { kind: PostKind }[]): Queue[] {
  const held = new Set(posts.map((post) => post.kind))
  return queues.filter((queue) => queue.for.some((kind) => held.has(kind)))
}
