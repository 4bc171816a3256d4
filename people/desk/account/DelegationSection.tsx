import { useState } from 'react'
import { useNow } from '#foundation/desk/clock.ts'
import { FormDialog } from '#foundation/desk/form/FormDialog.tsx'
import { useCommandForm } from '#foundation/desk/form/use-command-form.ts'
import { Button } from '#foundation/desk/parts/Button.tsx'
import { tellDone } from '#foundation/desk/parts/Toast.tsx'
import { useLanguage } from '#foundation/desk/setting.ts'
import { useAsk } from '#foundation/desk/use-ask.ts'
import { fill } from '#foundation/languages.ts'
import { sayMoment } from '#foundation/screens/say-time.ts'
import { Toned } from '#foundation/screens/Toned.tsx'
import { myDelegations, withdrawDelegation } from '../../contract.ts'
import type { Delegation } from '../../model.ts'
import { useMe } from '../me.ts'
import { usePeopleWords } from '../people-words.ts'
import { useAccountWords } from './account-words.ts'
import { standingOf } from './delegation-standing.ts'
import { GiveDelegation } from './GiveDelegation.tsx'

/** Who stands in for me and for whom I stand in: running, to come, and lately over. */
export function DelegationSection() {
  const { delegation: words } = useAccountWords()
  const people = usePeopleWords()
  const { posts } = useMe()
  const [giving, setGiving] = useState(false)
  const answer = useAsk(myDelegations, {})
  const delegations = answer.data?.delegations ?? []
  const own = posts.filter(({ behalfOf }) => behalfOf === null)
  return (
    <section>
      <h2>{people.delegation.title}</h2>
      <p>{words.lead}</p>
      {answer.data && delegations.length === 0 ? <p className="hint">{words.none}</p> : null}
      <ul className="lines">
        {delegations.map((delegation) => (
          <DelegationLine key={delegation.id} delegation={delegation} />
        ))}
      </ul>
      {own.length > 0 ? (
        <div className="form-actions">
          <Button onPress={() => setGiving(true)}>{people.delegation.give}</Button>
        </div>
      ) : null}
      {giving ? <GiveDelegation posts={own} onClose={() => setGiving(false)} /> : null}
    </section>
  )
}

function DelegationLine({ delegation }: { delegation: Delegation }) {
  const { delegation: words } = useAccountWords()
  const people = usePeopleWords()
  const { person } = useMe()
  const language = useLanguage()
  const now = useNow()
  const [withdrawing, setWithdrawing] = useState(false)
  const { from, fromName, toName, postTitle, officeName, validFrom, validTo } = delegation
  const mine = from === person
  const standing = standingOf(delegation, now)
  const say = (at: string) => sayMoment(at, language, now)
  const tone = standing === 'now' ? 'open' : standing === 'coming' ? 'waiting' : 'stopped'
  const ended = delegation.withdrawnAt
    ? fill(words.withdrawn, { moment: say(delegation.withdrawnAt) })
    : words.over
  return (
    <li>
      <span className="line-words">
        <strong>
          {fill(mine ? words.given : words.received, { name: mine ? toName : fromName })}
        </strong>
        <span className="line-about">
          {officeName} · {postTitle} · {delegation.reason}
        </span>
        <span className="line-about">
          {fill(words.span, { from: say(validFrom), until: say(validTo) })}
        </span>
      </span>
      <Toned tone={tone} words={standing === 'over' ? ended : words[standing]} />
      {mine && standing !== 'over' ? (
        <Button onPress={() => setWithdrawing(true)}>{people.delegation.withdraw}</Button>
      ) : null}
      {withdrawing ? (
        <WithdrawDialog delegation={delegation} onClose={() => setWithdrawing(false)} />
      ) : null}
    </li>
  )
}

type WithdrawDialogProps = { delegation: Delegation; onClose: () => void }

function WithdrawDialog({ delegation, onClose }: WithdrawDialogProps) {
  const { delegation: words } = useAccountWords()
  const people = usePeopleWords()
  const form = useCommandForm(withdrawDelegation, {}, () => ({ delegation: delegation.id }))
  const done = () => {
    onClose()
    tellDone(words.withdrawDone)
  }
  return (
    <FormDialog
      title={people.delegation.withdraw}
      open
      onClose={onClose}
      lead={fill(words.withdrawLead, { name: delegation.toName, post: delegation.postTitle })}
      send={people.delegation.withdraw}
      busy={form.busy}
      trouble={form.trouble.rest}
      onSend={() => form.send(done)}
    />
  )
}
