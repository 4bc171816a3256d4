import { Link } from '@tanstack/react-router'
import { Fragment } from 'react'
import type { RailLink } from '#foundation/desk/room.ts'
import { Mark } from '#foundation/screens/Mark.tsx'
import { useMe } from '#people/desk/me.ts'
import { useAppWords } from '../app-words.ts'
import { useQueues } from './use-queues.ts'
import { useRoomPages } from './use-room-pages.ts'
import { useSavedViews } from './use-saved-views.ts'

/** My queues with true counts, then the pages my posts open. */
export function Rail() {
  const { desk } = useAppWords()
  const { links, ready } = useQueues()
  const views = useSavedViews()
  const pages = useRoomPages()
  const { posts } = useMe()
  // Administrators have no queue and need none; without a post one can do nothing and is told whom to ask.
  const none = ready && links.length === 0
  return (
    <nav className="rail" aria-label={desk.queues}>
      {none && posts.length > 0 ? null : <h2>{desk.queues}</h2>}
      {none && posts.length === 0 ? <p className="rail-empty">{desk.queuesEmpty}</p> : null}
      {none ? null : <RailList links={links} />}
      {views.length > 0 ? (
        <>
          <h2>{desk.views}</h2>
          <RailList links={views} />
        </>
      ) : null}
      {pages.map(({ group, links }) => (
        <Fragment key={group}>
          <h2>{desk.railGroups[group]}</h2>
          <RailList links={links} />
        </Fragment>
      ))}
    </nav>
  )
}

/** An address as the router wants it: path and question apart. */
function placeOf(href: string) {
  const [to = '', query] = href.split('?')
  return { to, search: Object.fromEntries(new URLSearchParams(query)) as never }
}

function RailList({ links }: { links: readonly RailLink[] }) {
  return (
    <ul>
      {links.map((link) => (
        <li key={link.key}>
          <Link
            {...placeOf(link.href)}
            className="rail-link"
            activeProps={{ 'aria-current': 'page' }}
          >
            <span>{link.label}</span>
            {link.late ? <Mark tone="late" /> : null}
            {link.count === undefined ? null : (
              <span className={link.count === 0 ? 'count count-none' : 'count'}>
                {link.count}
                {link.capped ? '+' : ''}
              </span>
            )}
          </Link>
        </li>
      ))}
    </ul>
  )
}
