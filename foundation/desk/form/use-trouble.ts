import type { ProblemError } from '../ask.ts'
import { useScreenWords } from '../setting.ts'
import { type Trouble, troubleOf } from './form-trouble.ts'

/** `troubleOf` in the reader's words: what is missing is said without the name of the field it stands beside. */
export function useTrouble(problem: ProblemError | null, fields: readonly string[]): Trouble {
  const { fieldTrouble } = useScreenWords()
  return troubleOf(problem, fields, {
    'foundation.fieldMissing': fieldTrouble.missing,
    'foundation.fieldWrongType': fieldTrouble.wrong,
  })
}
