import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Contract, InputOf, OutputOf } from '#foundation/contract.ts'
import { ask, type ProblemError } from '#foundation/desk/ask.ts'

const mostTries = 4

/** The server was not reached, or did not get to answer: the act may have been done or not. */
export const isUnanswered = ({ status }: ProblemError) => status === 0 || status >= 502

/** Another officer was faster. */
export const isConflict = ({ refusal }: ProblemError) => refusal === 'matter.changedMeanwhile'

type Answers<C extends Contract> = {
  readonly onAnswer: (answer: OutputOf<C>) => void
  readonly onTrouble: (error: ProblemError) => void
}

/**
 * Sends an act, again and again for a while when no answer comes: its act id keeps that from doing anything twice.
 * What is on the screen is asked again after it was done, and when somebody else was faster.
 */
export function useSending<C extends Contract>(contract: C, { onAnswer, onTrouble }: Answers<C>) {
  const client = useQueryClient()
  return useMutation<OutputOf<C>, ProblemError, InputOf<C>>({
    mutationKey: [contract.name],
    // An answer may name a person: nothing of it outlives the form.
    gcTime: 0,
    mutationFn: (input) => ask(contract, input),
    retry: (failures, error) => isUnanswered(error) && failures < mostTries,
    retryDelay: (failures) => 1000 * 2 ** failures,
    onSuccess: (answer) => {
      onAnswer(answer)
      return client.invalidateQueries()
    },
    onError: (error) => {
      onTrouble(error)
      if (isConflict(error)) return client.invalidateQueries()
    },
  })
}
