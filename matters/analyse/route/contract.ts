import { type Static, Type } from 'typebox'
import { query } from '#foundation/contract.ts'
import { Id } from '#matters/matter/model.ts'

const Maybe = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()])

/**
 * An office that may lead. By the duty list it has an item and a legal basis and is certain; learnt from who led like
 * matters it has a probability and the words that spoke.
 */
export const LikelyLead = Type.Object({
  office: Id,
  name: Type.String(),
  item: Maybe(Type.String()),
  basis: Type.String(),
  probability: Maybe(Type.Number({ minimum: 0, maximum: 1 })),
  because: Type.Array(Type.String()),
})
export type LikelyLead = Static<typeof LikelyLead>

export const leadSources = ['dutyList', 'history', 'none'] as const
export type LeadSource = (typeof leadSources)[number]

export const LeadAdvice = Type.Object({
  /** Which of the two it was; none where the list is silent and nothing was learnt. */
  source: Type.Unsafe<LeadSource>(Type.String({ enum: [...leadSources] })),
  /** Best first; from history at most three. */
  offices: Type.Array(LikelyLead),
})
export type LeadAdvice = Static<typeof LeadAdvice>

export const suggestLead = query({
  name: 'analyse.suggestLead',
  path: '/matters/:matter/likely-leads',
  audience: 'officer',
  input: Type.Object(
    {
      matter: Id,
      category: Type.Optional(
        Type.String({ minLength: 1, maxLength: 40, description: 'as being chosen just now' }),
      ),
    },
    { additionalProperties: false },
  ),
  output: LeadAdvice,
  summary:
    'Who leads such a matter: by the duty list with its legal basis, else learnt from who led like ones.',
})
