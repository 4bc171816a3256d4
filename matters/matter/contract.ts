import { Type } from 'typebox'
import { query } from '#foundation/contract.ts'
import { timeUnits } from '#foundation/time.ts'
import type { Remaining } from '#foundation/time-limits.ts'
import { type ListStanding, listStandings, queueNames } from './lists/queues.ts'
import {
  ChannelWord,
  ClockWord,
  FlagWord,
  Id,
  KindWord,
  RequestTypeWord,
  StateWord,
  UrgencyWord,
  VerbWord,
} from './model.ts'

const strict = { additionalProperties: false }
const Maybe = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()])
const Moment = Type.String({ format: 'date-time' })
const AmountUnit = Type.Unsafe<Remaining['unit']>(
  Type.String({ enum: [...timeUnits, 'minute', 'workingMinute'] }),
)
const QueueWord = Type.Unsafe<(typeof queueNames)[number]>(Type.String({ enum: [...queueNames] }))

export const listOrders = ['received', 'due', 'relevance'] as const

/** Filters of every list; what is shown, counted and exported is told by the same fields. */
export const listFilters = {
  queue: Type.Optional(QueueWord),
  words: Type.Optional(Type.String({ maxLength: 100 })),
  kind: Type.Optional(KindWord),
  state: Type.Optional(StateWord),
  category: Type.Optional(Type.String({ maxLength: 40 })),
  division: Type.Optional(Type.String({ maxLength: 12 })),
  office: Type.Optional(Id),
  channel: Type.Optional(ChannelWord),
  from: Type.Optional(
    Type.String({ format: 'date', description: 'received on this day or later' }),
  ),
  to: Type.Optional(
    Type.String({ format: 'date', description: 'received on this day or earlier' }),
  ),
  standing: Type.Optional(
    Type.Unsafe<ListStanding>(
      Type.String({ enum: [...listStandings], description: 'not ended yet; or past its limit' }),
    ),
  ),
  order: Type.Optional(
    Type.Unsafe<(typeof listOrders)[number]>(
      Type.String({
        enum: [...listOrders],
        description: 'newest first; due first; what fits the words best first, usual with words',
      }),
    ),
  ),
}

/** What is left, or exceeded, as people say it. */
const Left = Type.Object({ late: Type.Boolean(), amount: Type.Number(), unit: AmountUnit })

const rowFields = {
  id: Id,
  number: Type.String(),
  kind: KindWord,
  state: StateWord,
  flags: Type.Array(FlagWord),
  version: Type.Integer(),
  title: Type.String(),
  category: Maybe(Type.String()),
  urgency: UrgencyWord,
  channel: ChannelWord,
  division: Maybe(Type.String()),
  divisionName: Maybe(Type.String({ description: 'within the county: township and village' })),
  placeText: Type.String(),
  leadOffice: Maybe(Id),
  leadOfficeName: Maybe(Type.String()),
  receivedAt: Moment,
  dueAt: Maybe(Moment),
  closedAt: Maybe(Moment),
  confidential: Type.Boolean(),
}

/** A text in pieces: what was looked for, and what stands between. Only text, never markup. */
const Parts = Type.Array(Type.Object({ text: Type.String(), hit: Type.Boolean() }))

/** Where what was looked for stands; personal data masked as elsewhere. */
const FoundIn = Type.Object({
  title: Parts,
  words: Maybe(Parts),
  reply: Type.Union([Parts, Type.Null()], {
    description: 'what the office replied last, as far as the asker may read it',
  }),
})

export const MatterRow = Type.Object({
  ...rowFields,
  left: Maybe(Left),
  found: Type.Optional(FoundIn),
  /** What an officer may do with it now, for bulk acts; empty for anybody else. */
  may: Type.Array(VerbWord),
})

export const MatterPage = Type.Object({
  rows: Type.Array(MatterRow),
  /** Hand it back as `after` for the next rows; null at the end. */
  next: Maybe(Type.String()),
  /** Only where words were asked for. */
  search: Type.Optional(
    Type.Object({
      readable: Type.Boolean({ description: 'false: nothing but signs, which find nothing' }),
      among: Type.Integer({ description: 'so many of the newest were put in order; 0: none' }),
      since: Type.Union([Moment, Type.Null()], {
        description: 'when the oldest of them came in; older ones follow. Null: there are no more',
      }),
    }),
  ),
})

export const listMatters = query({
  name: 'matter.list',
  path: '/matters',
  audience: 'resident',
  input: Type.Object(
    {
      ...listFilters,
      after: Type.Optional(Type.String({ maxLength: 100 })),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
    },
    strict,
  ),
  output: MatterPage,
  summary:
    'Matters the guard lets the asker see, filtered: an officer’s reach, a resident’s own; by time received or due.',
})

export const listPublicMatters = query({
  name: 'matter.listPublic',
  path: '/counties/:county/matters',
  audience: 'public',
  input: Type.Object(
    {
      county: Type.Integer({ minimum: 1 }),
      words: listFilters.words,
      state: listFilters.state,
      category: listFilters.category,
      division: listFilters.division,
      office: listFilters.office,
      from: listFilters.from,
      to: listFilters.to,
      order: listFilters.order,
      after: Type.Optional(Type.String({ maxLength: 100 })),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
    },
    strict,
  ),
  output: MatterPage,
  summary: 'Published matters, with personal data masked.',
})

export const countQueues = query({
  name: 'matter.queues',
  path: '/queues',
  audience: 'officer',
  input: Type.Object({}, strict),
  output: Type.Array(
    Type.Object({ queue: QueueWord, count: Type.Integer(), capped: Type.Boolean() }),
  ),
  summary: 'The queues of one’s posts with their counts; a count over 999 is capped.',
})

export const TimelineEntry = Type.Object({
  seq: Type.Integer(),
  at: Moment,
  act: VerbWord,
  branch: Maybe(Type.String()),
  state: StateWord,
  actor: Type.String({ description: 'officer, resident, receipt, public or system' }),
  office: Maybe(Type.String({ description: 'name of the office it was done in' })),
  officeId: Maybe(Id),
  shown: Maybe(Type.Record(Type.String(), Type.Unknown())),
  body: Maybe(Type.Record(Type.String(), Type.Unknown())),
})

export const ClockView = Type.Object({
  name: ClockWord,
  rule: Type.String(),
  unit: Type.String(),
  amount: Type.Number(),
  startedAt: Moment,
  dueAt: Moment,
  firstDueAt: Moment,
  pausedAt: Maybe(Moment),
  stoppedAt: Maybe(Moment),
  late: Type.Boolean(),
  left: Left,
})

/** What may be done now, and why not what may not; the desk's buttons are made of it. */
export const ActChoice = Type.Object({
  verb: VerbWord,
  refusal: Maybe(Type.Object({ reason: Type.String(), detail: Type.String() })),
  post: Type.Optional(
    Type.String({ format: 'uuid', description: 'the post of the asker it would be done in' }),
  ),
})

export const MatterView = Type.Object({
  ...rowFields,
  words: Type.String(),
  publicWords: Type.String(),
  own: Type.Boolean({ description: 'the asker reported it' }),
  type: Maybe(RequestTypeWord),
  lon: Maybe(Type.Number()),
  lat: Maybe(Type.Number()),
  grid: Maybe(Type.String()),
  happenedAt: Maybe(Moment),
  replyWanted: Type.Boolean(),
  published: Type.Boolean(),
  duplicateOf: Maybe(Type.String({ description: 'number of the matter it was linked to' })),
  offices: Type.Array(Type.Object({ id: Id, name: Type.String(), lead: Type.Boolean() })),
  clocks: Type.Array(ClockView),
  timeline: Type.Array(TimelineEntry),
  acts: Type.Array(ActChoice),
})

export const readMatter = query({
  name: 'matter.read',
  path: '/matters/:matter',
  audience: 'public',
  input: Type.Object(
    { matter: Type.String({ maxLength: 40, description: 'id or printed number' }) },
    strict,
  ),
  output: MatterView,
  summary:
    'One matter with timeline, clocks and the acts the asker may do; how much depends on who asks.',
})
