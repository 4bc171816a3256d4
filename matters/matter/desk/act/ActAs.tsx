import { useNow } from '#foundation/desk/clock.ts'
import { useAsk } from '#foundation/desk/use-ask.ts'
import { fill } from '#foundation/languages.ts'
import { myDelegations } from '#people/contract.ts'
import { standingOf } from '#people/desk/account/delegation-standing.ts'
import { useMe } from '#people/desk/me.ts'
import { useOfficeName } from '#people/desk/offices.ts'
import { usePeopleWords } from '#people/desk/people-words.ts'
import { useMatterWords } from '../matter-words.ts'

/** In which post this will be done: said to whoever holds several, and to whoever stands in for somebody. */
export function ActAs({ post }: { post: string | undefined }) {
  const { act } = useMatterWords().desk
  const { postKinds } = usePeopleWords()
  const { posts, person } = useMe()
  const officeName = useOfficeName()
  const now = useNow()
  const held = posts.find((one) => one.post === post)
  const lent = held?.behalfOf != null
  const delegations = useAsk(myDelegations, {}, { when: lent, freshSeconds: 60 }).data?.delegations
  if (!held || (posts.length === 1 && !lent)) return null
  const from = delegations?.find(
    (one) => one.post === post && one.to === person && standingOf(one, now) === 'now',
  )
  const said = {
    post: postKinds[held.kind],
    office: officeName(held.office) ?? held.officeName,
    name: from?.fromName ?? '',
  }
  return <p className="act-as">{fill(lent ? act.asFor : act.as, said)}</p>
}
