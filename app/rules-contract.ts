import { Type } from 'typebox'
import { query } from '#foundation/contract.ts'

/** The rules a county works by, each with what it rests on; public, because every figure can say which rule made it. */
export const listRules = query({
  name: 'app.rules',
  path: '/counties/:county/rules',
  audience: 'public',
  input: Type.Object({ county: Type.Integer({ minimum: 1 }) }, { additionalProperties: false }),
  output: Type.Array(
    Type.Object({
      id: Type.String(),
      validFrom: Type.String(),
      value: Type.Unknown(),
      citation: Type.String(),
      source: Type.String({ description: 'law, standard, secondary or county' }),
      note: Type.String(),
    }),
  ),
  summary: 'Limits, windows and counts in force today, with citation and source.',
})
