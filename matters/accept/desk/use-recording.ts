import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { InputOf } from '#foundation/contract.ts'
import { ask, type ProblemError } from '#foundation/desk/ask.ts'
import { record } from '../contract.ts'
import type { Receipt } from '../model.ts'

const mostTries = 4

/** The server was not reached, or did not get to answer: it may have been recorded or not. */
const isUnanswered = ({ status }: ProblemError) => status === 0 || status >= 502

type Recording = {
  /** The last attempt had no answer, as the draft remembers. */
  readonly unanswered: boolean
  readonly onUnanswered: (unanswered: boolean) => void
  readonly onRecorded: (receipt: Receipt) => void
}

/**
 * Sends what somebody said. Without a network it waits and sends by itself; without an answer it asks again, and what
 * was sent cannot be changed until an answer has come, because the act id stands for those words and no others.
 */
export function useRecording({ unanswered, onUnanswered, onRecorded }: Recording) {
  const client = useQueryClient()
  const sending = useMutation<Receipt, ProblemError, InputOf<typeof record>>({
    mutationKey: [record.name],
    mutationFn: (input) => ask(record, input),
    retry: (failures, error) => isUnanswered(error) && failures < mostTries,
    retryDelay: (failures) => 1000 * 2 ** failures,
    onSuccess: (receipt) => {
      onRecorded(receipt)
      return client.invalidateQueries()
    },
    onError: (error) => onUnanswered(isUnanswered(error)),
  })
  const waiting = unanswered && !sending.isPending
  const underWay = sending.isPending && !sending.isPaused && sending.failureCount === 0
  return {
    send: (input: InputOf<typeof record>) => {
      if (sending.isPending) return
      onUnanswered(true)
      sending.mutate(input)
    },
    busy: sending.isPending,
    /** Nothing may be typed: the first answer did not come, so nobody knows whether it arrived. */
    frozen: unanswered && !underWay,
    /** Waits for the network to come back. */
    offline: sending.isPaused,
    /** Nobody knows whether it arrived, and nothing is being done about it. */
    waiting,
    problem: unanswered ? null : sending.error,
    reset: sending.reset,
  }
}
