import { Type } from 'typebox'
import { command, query } from '#foundation/contract.ts'
import { Id } from '#matters/matter/model.ts'
import { BasisWord, PatternYear, ProposalStateWord, Spike } from './model.ts'

const strict = { additionalProperties: false }
const Maybe = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()])
const Day = Type.String({ format: 'date' })

export const readSpikes = query({
  name: 'analyse.spikes',
  path: '/spikes',
  audience: 'officer',
  input: Type.Object({ on: Type.Optional(Day) }, strict),
  output: Type.Object({
    /** The seven days that are judged, both included. */
    from: Day,
    to: Day,
    basis: BasisWord,
    /** Former years, or weeks, the seven days were compared with. */
    compared: Type.Integer(),
    /** Kinds and places that were judged. */
    judged: Type.Integer(),
    /** Share of quiet ones that chance alone may call a spike, and the fewest matters of one. */
    tail: Type.Number(),
    least: Type.Integer(),
    spikes: Type.Array(Spike),
  }),
  summary:
    'Kinds and places 异动 whose last seven days brought more requests than the season explains, with the usual range.',
})

export const Proposal = Type.Object({
  id: Id,
  category: Type.String(),
  categoryName: Type.String(),
  division: Type.String(),
  divisionName: Maybe(Type.String()),
  /** First and last day of the season that is coming. */
  from: Day,
  to: Day,
  /** The same month of former years, and the kind's usual month. */
  years: Type.Array(PatternYear),
  usual: Type.Number(),
  state: ProposalStateWord,
  proposedAt: Type.String({ format: 'date-time' }),
  reason: Type.String(),
  /** Number of the finding it became; null where it became none, or the asker may not see it. */
  number: Maybe(Type.String()),
})

export const listProposals = query({
  name: 'analyse.proposals',
  path: '/proposals',
  audience: 'officer',
  input: Type.Object({ state: Type.Optional(ProposalStateWord) }, strict),
  output: Type.Object({
    proposals: Type.Array(Proposal),
    /** The asker may take up and decline (rule `list.proposalDeciders`). */
    mayDecide: Type.Boolean(),
    /** Days ahead a coming season is proposed (rule `window.proposal`). */
    daysAhead: Type.Integer(),
  }),
  summary:
    'Act before complaint 未诉先办: what returned in the same month of two former years or more, some weeks ahead.',
})

export const takeProposal = command({
  name: 'analyse.takeProposal',
  path: '/proposals/:proposal/take',
  audience: 'officer',
  input: Type.Object(
    {
      proposal: Id,
      actId: Id,
      words: Type.String({ minLength: 5, maxLength: 2000, description: 'what is to be done' }),
    },
    strict,
  ),
  output: Type.Object({ matter: Id, number: Type.String() }),
  summary: 'Take a proposal up: it becomes a finding 巡查发现 and goes the way of one.',
})

export const declineProposal = command({
  name: 'analyse.declineProposal',
  path: '/proposals/:proposal/decline',
  audience: 'officer',
  input: Type.Object(
    { proposal: Id, reason: Type.String({ minLength: 2, maxLength: 500 }) },
    strict,
  ),
  output: Type.Object({ proposal: Id }),
  summary:
    'Decline a proposal, with the reason; the same season of the same year is not proposed again.',
})
