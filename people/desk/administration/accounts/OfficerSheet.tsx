import { useState } from 'react'
import { useNow } from '#foundation/desk/clock.ts'
import { Button } from '#foundation/desk/parts/Button.tsx'
import { useLanguage } from '#foundation/desk/setting.ts'
import { Facts, Part, Sheet } from '#foundation/desk/sheet/Sheet.tsx'
import { fill } from '#foundation/languages.ts'
import { dayHere } from '#foundation/screens/local-time.ts'
import { sayDay } from '#foundation/screens/say-time.ts'
import { usePeopleWords } from '../../people-words.ts'
import { useAdministrationWords } from '../administration-words.ts'
import { useSaySpan } from '../say-span.ts'
import { type AccountDeed, AccountDialogs } from './AccountDialogs.tsx'
import { AccountState } from './AccountState.tsx'
import { Appoint } from './Appoint.tsx'
import { Release } from './Release.tsx'
import type { Serving } from './serving.ts'

/** One officer: what they hold, whether they can sign in, and what the security administrator may do about it. */
export function OfficerSheet({ officer }: { officer: Serving }) {
  const { people: words } = useAdministrationWords()
  const people = usePeopleWords()
  const language = useLanguage()
  const now = useNow()
  const [deed, setDeed] = useState<AccountDeed | null>(null)
  const begins = officer.validFrom > dayHere(now)
  const { account } = officer
  const act = (kind: AccountDeed, label: string) => (
    <Button onPress={() => setDeed(kind)}>{label}</Button>
  )
  return (
    <Sheet
      title={officer.name}
      about={begins ? fill(words.begins, { day: sayDay(officer.validFrom, language, now) }) : null}
      foot={
        <div className="acts-mine">
          {account === null ? act('add', people.administration.addAccount) : null}
          {account ? act('reset', people.account.resetPassword) : null}
          {account?.locked ? act('unlock', people.account.unlock) : null}
          {officer.validTo === null ? act('retire', people.administration.retireOfficer) : null}
        </div>
      }
    >
      <OfficerFacts officer={officer} />
      <PostsPart officer={officer} />
      {deed ? <AccountDialogs deed={deed} officer={officer} onClose={() => setDeed(null)} /> : null}
    </Sheet>
  )
}

function OfficerFacts({ officer }: { officer: Serving }) {
  const words = useAdministrationWords()
  const { fields } = usePeopleWords()
  const saySpan = useSaySpan()
  const { account } = officer
  const facts = [
    { name: fields.login, value: account?.login },
    { name: words.people.state, value: <AccountState account={account} /> },
    {
      name: words.people.totp,
      value: account && (account.totp ? words.people.totpOn : words.people.totpOff),
    },
    { name: words.validity, value: saySpan(officer) },
  ]
  return <Facts facts={facts.filter(({ value }) => value)} />
}

function PostsPart({ officer }: { officer: Serving }) {
  const { people: words } = useAdministrationWords()
  const people = usePeopleWords()
  const [appointing, setAppointing] = useState(false)
  const [releasing, setReleasing] = useState<Serving['posts'][number] | null>(null)
  return (
    <Part heading={words.postsTitle}>
      {officer.posts.length === 0 ? <p className="hint">{words.noPosts}</p> : null}
      <ul className="lines">
        {officer.posts.map((post) => (
          <li key={post.post}>
            <span className="line-words">
              <strong>{post.title}</strong>
              <span className="line-about">
                {post.officeName} · {people.postKinds[post.kind]}
              </span>
            </span>
            <Button kind="quiet" onPress={() => setReleasing(post)}>
              {people.administration.release}
            </Button>
          </li>
        ))}
      </ul>
      <div className="part-acts">
        <Button onPress={() => setAppointing(true)}>{people.administration.appoint}</Button>
      </div>
      {appointing ? <Appoint officer={officer} onClose={() => setAppointing(false)} /> : null}
      {releasing ? (
        <Release officer={officer} post={releasing} onClose={() => setReleasing(null)} />
      ) : null}
    </Part>
  )
}
