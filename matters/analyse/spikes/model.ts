import { type Static, Type } from 'typebox'

const Maybe = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()])
const Day = Type.String({ format: 'date' })

/** What the week was compared with; `nothing`: the county has too little history to say what is usual. */
export const BasisWord = Type.Unsafe<'season' | 'recent' | 'nothing'>(
  Type.String({ enum: ['season', 'recent', 'nothing'] }),
)

/** Requests of seven days, both days included. */
export const WeekBar = Type.Object({ from: Day, to: Day, count: Type.Integer() })

/** One kind in one place that brought more in seven days than season, trend and chance explain. */
export const Spike = Type.Object({
  category: Type.String(),
  categoryName: Type.String(),
  division: Maybe(Type.String({ description: 'township; null for the whole county' })),
  divisionName: Maybe(Type.String()),
  count: Type.Integer(),
  /** What the season lets expect, and the usual range. */
  mean: Type.Number(),
  low: Type.Integer(),
  high: Type.Integer(),
  /** The weeks before, oldest first, the judged one last. */
  weeks: Type.Array(WeekBar),
})
export type Spike = Static<typeof Spike>

/** Why a pattern is one: the same month of each former year beside the kind's usual month. */
export const PatternYear = Type.Object({
  /** YYYY-MM */
  month: Type.String(),
  count: Type.Integer(),
})
export type PatternYear = Static<typeof PatternYear>

export const proposalStates = ['open', 'taken', 'declined'] as const
export type ProposalState = (typeof proposalStates)[number]
export const ProposalStateWord = Type.Unsafe<ProposalState>(
  Type.String({ enum: [...proposalStates] }),
)
