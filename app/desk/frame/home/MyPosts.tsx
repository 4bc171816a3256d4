import { Link } from '@tanstack/react-router'
import { useNow } from '#foundation/desk/clock.ts'
import { useLanguage } from '#foundation/desk/setting.ts'
import { useAsk } from '#foundation/desk/use-ask.ts'
import { fill } from '#foundation/languages.ts'
import { sayMoment } from '#foundation/screens/say-time.ts'
import { myDelegations } from '#people/contract.ts'
import { standingOf } from '#people/desk/account/delegation-standing.ts'
import { useMe } from '#people/desk/me.ts'
import { useOfficeName } from '#people/desk/offices.ts'
import { words } from '../../../words.ts'
import { useAppWords } from '../../app-words.ts'

/** As whom I act today: my own posts, those lent to me and until when, and mine that somebody else looks after. */
export function MyPosts() {
  const { home } = useAppWords()
  const { posts, person } = useMe()
  const language = useLanguage()
  const now = useNow()
  const officeName = useOfficeName()
  const { postKinds, account } = words[language].people
  const delegations = useAsk(myDelegations, {}, { freshSeconds: 60 }).data?.delegations ?? []
  const running = delegations.filter((one) => standingOf(one, now) === 'now')
  const until = (at: string) => sayMoment(at, language, now)
  if (posts.length === 0) return null
  return (
    <section>
      <h2>{home.posts}</h2>
      {posts.length > 1 ? <p className="home-lead">{home.severalPosts}</p> : null}
      <ul className="lines">
        {posts.map(({ post, kind, office, officeName: told, behalfOf }) => {
          const lent = running.find((one) => one.post === post && one.to === person)
          return (
            <li key={post}>
              <span className="line-words">
                <strong>{postKinds[kind]}</strong>
                <span className="line-about">
                  {officeName(office) ?? told}
                  {behalfOf && lent
                    ? ` · ${fill(home.behalf, { name: lent.fromName, until: until(lent.validTo) })}`
                    : null}
                </span>
              </span>
            </li>
          )
        })}
        {running
          .filter(({ from }) => from === person)
          .map(({ id, postTitle, toName, validTo }) => (
            <li key={id}>
              <span className="line-about">
                {fill(home.lent, { post: postTitle, name: toName, until: until(validTo) })}
              </span>
            </li>
          ))}
      </ul>
      <p className="home-begin">
        <Link to={'/account' as never} className="button button-quiet">
          {account.title}
        </Link>
      </p>
    </section>
  )
}
