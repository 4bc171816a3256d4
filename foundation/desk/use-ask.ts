import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Contract, InputOf, OutputOf } from '../contract.ts'
import { ask, type ProblemError } from './ask.ts'

type AskOptions = {
  /** False while something it needs is still unknown. */
  when?: boolean
  /** Asks again by itself, for what others change: queues, a live list. */
  everySeconds?: number
  /** How long an answer counts as new when another part of the screen asks the same: lists that seldom change. */
  freshSeconds?: number
  /** Keeps the last answer on the screen while the next one comes: filters, pages. */
  keep?: boolean
}

/** The answer to a query, cached by its contract and input; asked again after every deed. */
export function useAsk<C extends Contract>(
  contract: C,
  input: InputOf<C>,
  options: AskOptions = {},
) {
  return useQuery<OutputOf<C>, ProblemError>({
    queryKey: [contract.name, input],
    queryFn: ({ signal }) => ask(contract, input, signal),
    enabled: options.when ?? true,
    refetchInterval: options.everySeconds === undefined ? false : options.everySeconds * 1000,
    ...(options.freshSeconds === undefined ? {} : { staleTime: options.freshSeconds * 1000 }),
    ...(options.keep ? { placeholderData: (last: OutputOf<C> | undefined) => last } : {}),
  })
}

/**
 * A command, sent when told. Whatever is on the screen is asked again afterwards: an act may change queues, lists and
 * matters at once, and a stale number misleads more than a short request costs.
 */
export function useDo<C extends Contract>(contract: C) {
  const client = useQueryClient()
  return useMutation<OutputOf<C>, ProblemError, InputOf<C>>({
    mutationKey: [contract.name],
    mutationFn: (input) => ask(contract, input),
    onSuccess: () => client.invalidateQueries(),
  })
}
