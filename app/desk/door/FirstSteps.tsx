import { useQueryClient } from '@tanstack/react-query'
import { Button } from '#foundation/desk/parts/Button.tsx'
import { useDo } from '#foundation/desk/use-ask.ts'
import { signOut } from '#people/contract.ts'
import { PasswordSection } from '#people/desk/account/PasswordSection.tsx'
import { TotpSection } from '#people/desk/account/TotpSection.tsx'
import type { Me } from '#people/desk/me.ts'
import { useAppWords } from '../app-words.ts'

/** Signed in, and something to settle before the work: one page with just that, and why it is asked. */
export function FirstSteps({ officer }: { officer: Me }) {
  const { firstSteps: words, name, desk } = useAppWords()
  const client = useQueryClient()
  const leave = useDo(signOut)
  const { account, owes } = officer
  if (!account || !owes) return null
  const step = words[owes]
  return (
    <main className="door door-steps settings">
      <p className="door-name">
        <span lang="zh-CN">邻里</span> <span className="name-latin">Linli</span>
        <span className="hidden-text">{name}</span>
      </p>
      <h1>{step.title}</h1>
      <p>{step.lead}</p>
      {owes === 'password' ? <PasswordSection account={account} /> : null}
      {owes === 'secondFactor' ? <TotpSection account={account} /> : null}
      <p className="door-other">{officer.name}</p>
      <Button kind="quiet" onPress={() => leave.mutate({}, { onSettled: () => client.clear() })}>
        {desk.signOut}
      </Button>
    </main>
  )
}
