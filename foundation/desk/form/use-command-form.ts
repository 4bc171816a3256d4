import { useState } from 'react'
import type { Contract, InputOf, OutputOf } from '../../contract.ts'
import { newActId } from '../new-act-id.ts'
import { useDo } from '../use-ask.ts'
import { filled } from './filled.ts'
import { useTrouble } from './use-trouble.ts'

/**
 * The fields of a form that sends one command. The act id stays the same until an answer has come, so that sending
 * again does nothing twice.
 * @param blank the fields as they stand at first, by the names the contract gives them
 * @param kept names of texts that are sent even when they are empty
 */
export function useCommandForm<C extends Contract, F extends object>(
  contract: C,
  blank: F,
  inputOf: (fields: F, actId: string) => InputOf<C>,
  kept: readonly string[] = [],
) {
  const [fields, setFields] = useState(blank)
  const [actId, setActId] = useState<string>(newActId)
  const sending = useDo(contract)
  return {
    fields,
    change: (more: Partial<F>) => setFields((last) => ({ ...last, ...more })),
    trouble: useTrouble(sending.error, Object.keys(blank)),
    busy: sending.isPending,
    send: (done: (answer: OutputOf<C>) => void) => {
      if (sending.isPending) return
      sending.mutate(filled(inputOf(fields, actId) as object, kept) as InputOf<C>, {
        onSuccess: (answer) => {
          setActId(newActId())
          done(answer)
        },
      })
    },
    /** As it stood at first. */
    clear: () => {
      setFields(blank)
      sending.reset()
    },
  }
}
