import './home.css'
import { Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useLanguage } from '#foundation/desk/setting.ts'
import { fill } from '#foundation/languages.ts'
import { Mark } from '#foundation/screens/Mark.tsx'
import { useOutbox } from '#matters/accept/desk/patrol/outbox/outbox.ts'
import { isUnsent } from '#matters/accept/desk/patrol/outbox/unsent.ts'
import { useMe } from '#people/desk/me.ts'
import { words } from '../../../words.ts'
import { useAppWords } from '../../app-words.ts'
import { useQueues } from '../use-queues.ts'
import { useRoomPages } from '../use-room-pages.ts'
import { useSavedViews } from '../use-saved-views.ts'
import { CountyGlance } from './CountyGlance.tsx'
import { MyPosts } from './MyPosts.tsx'

/** Where one begins: what waits for me, as whom I act, and how the county stands as far as I see it. */
export function HomeScreen() {
  const { home, desk } = useAppWords()
  const { posts } = useMe()
  const several = posts.length > 1 || posts.some(({ behalfOf }) => behalfOf !== null)
  useEffect(() => {
    document.title = `${home.title} · ${desk.title} · 邻里 Linli`
  }, [home.title, desk.title])
  return (
    <div className="home">
      <h1>{home.title}</h1>
      {posts.length === 0 ? <p className="home-lead">{desk.queuesEmpty}</p> : <MyQueues />}
      {/* Who holds several posts, or stands in for somebody, is told before anything else. */}
      {several ? <MyPosts /> : null}
      <CountyGlance />
      {several ? null : <MyPosts />}
    </div>
  )
}

/** Reports handed in without a network: where they wait. */
function Unsent() {
  const language = useLanguage()
  const { home } = words[language].accept.desk.intake.outbox
  const count = useOutbox().filter(isUnsent).length
  return count === 0 ? null : (
    <p className="home-lead" role="status">
      <Link to={'/intake/patrol' as never}>{fill(home, { count })}</Link>
    </p>
  )
}

function MyQueues() {
  const { home } = useAppWords()
  const { links, ready } = useQueues()
  const views = useSavedViews()
  const pages = useRoomPages().flatMap(({ links }) => links)
  // Who has no queue, an administrator, begins with the pages of the post.
  const queued = links.length > 0
  const begin = [...pages.filter(({ href }) => !queued || href.startsWith('/intake/')), ...views]
  const waiting = links.filter(({ count }) => count !== 0)
  return (
    <section>
      {ready && links.length > 0 && waiting.length === 0 ? (
        <p className="home-lead">{home.clear}</p>
      ) : null}
      <ul className="home-queues">
        {waiting.map((link) => (
          <li key={link.key}>
            <Link to={link.href} className="home-queue">
              <span className="home-count">
                {link.count}
                {link.capped ? '+' : ''}
              </span>
              <span>
                {link.late ? <Mark tone="late" /> : null}
                {link.label}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      <Unsent />
      {begin.length > 0 ? (
        <p className="home-begin">
          {begin.map(({ key, href, label }) => {
            const [to = '', query] = href.split('?')
            const search = Object.fromEntries(new URLSearchParams(query)) as never
            return (
              <Link key={key} to={to} search={search} className="button button-usual">
                {label}
              </Link>
            )
          })}
        </p>
      ) : null}
    </section>
  )
}
