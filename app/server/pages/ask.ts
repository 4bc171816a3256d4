import type { TSchema } from 'typebox'
import type { Contract, InputOf, OutputOf } from '#foundation/contract.ts'
import { unless } from '#foundation/refusal.ts'
import { whyNotValid } from '#foundation/validation.ts'
import type { Asked, Route } from '#people/server/route.ts'

/** Asks a contract in the same process, checked as if it came over the wire. */
export type Ask = <I extends TSchema, O extends TSchema>(
  contract: Contract<I, O>,
  input: InputOf<Contract<I, O>>,
  asked: Asked,
) => Promise<OutputOf<Contract<I, O>>>

/** Pages ask what programs ask: page and API cannot differ. */
export function askerOf(routes: readonly Route[]): Ask {
  const byName = new Map(routes.map((route) => [route.contract.name, route]))
  return async (contract, input, asked) => {
    const route = byName.get(contract.name)
    if (!route) throw new Error(`nobody keeps ${contract.name}`)
    unless(whyNotValid(contract.input, input))
    return (await route.handle(input, asked)) as never
  }
}
