import { type Static, Type } from 'typebox'
import { query } from '#foundation/contract.ts'
import { Id } from '#matters/matter/model.ts'

const Maybe = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()])

/** A matter that was answered before, with what the resident was told: personal data masked. */
export const PastAnswer = Type.Object({
  id: Id,
  number: Type.String(),
  title: Type.String(),
  reply: Type.String(),
  answeredAt: Type.String({ format: 'date-time' }),
  officeName: Maybe(Type.String()),
  /** What stands in both, longest first. */
  because: Type.Array(Type.String()),
})
export type PastAnswer = Static<typeof PastAnswer>

export const answeredBefore = query({
  name: 'analyse.answeredBefore',
  path: '/matters/:matter/answered-before',
  audience: 'officer',
  input: Type.Object({ matter: Id }, { additionalProperties: false }),
  output: Type.Array(PastAnswer),
  summary:
    'How the same was answered before: ended matters the asker may see, best fitting first; empty answers left out.',
})
