import { Toned } from '#foundation/screens/Toned.tsx'
import { useAdministrationWords } from '../administration-words.ts'
import type { Account } from './serving.ts'

/** Whether somebody can sign in, in a word. */
export function AccountState({ account }: { account: Account | null }) {
  const { people: words } = useAdministrationWords()
  if (account === null) return <Toned tone="waiting" words={words.noAccount} />
  if (account.locked) return <Toned tone="late" words={words.locked} />
  if (account.provisional) return <Toned tone="soon" words={words.provisional} />
  return <Toned tone="done" words={words.usable} />
}
