import { useState } from 'react'
import { useNow } from '#foundation/desk/clock.ts'
import { Button } from '#foundation/desk/parts/Button.tsx'
import { useLanguage } from '#foundation/desk/setting.ts'
import { Facts, Part, Sheet } from '#foundation/desk/sheet/Sheet.tsx'
import { useAsk } from '#foundation/desk/use-ask.ts'
import { fill } from '#foundation/languages.ts'
import { sayDay } from '#foundation/screens/say-time.ts'
import { useDivisionName } from '#places/desk/division-name.ts'
import { posts as postsContract } from '../../../administration-contract.ts'
import { officeOfficers } from '../../../contract.ts'
import type { Office, Post } from '../../../model.ts'
import { useMe } from '../../me.ts'
import { usePeopleWords } from '../../people-words.ts'
import { useAdministrationWords } from '../administration-words.ts'
import { useSaySpan } from '../say-span.ts'
import { ClosePost } from './ClosePost.tsx'
import { MergeOffice } from './MergeOffice.tsx'
import { OpenPost } from './OpenPost.tsx'
import { RenameOffice } from './RenameOffice.tsx'

type OfficeSheetProps = {
  office: Office
  all: readonly Office[]
  /** The day shown. */
  on: string
  /** May change it. */
  keeps: boolean
}

/** One office: what it is for, how to reach it, its posts and who holds them. */
export function OfficeSheet({ office, all, on, keeps }: OfficeSheetProps) {
  const { offices: words } = useAdministrationWords()
  const people = usePeopleWords()
  const english = useLanguage() === 'en'
  const [doing, setDoing] = useState<'rename' | 'merge' | null>(null)
  const close = () => setDoing(null)
  // One that has an end goes on elsewhere already.
  const changeable = keeps && office.validTo === null
  return (
    <Sheet
      title={english ? office.nameEn : office.name}
      about={people.officeKinds[office.kind]}
      foot={
        changeable ? (
          <div className="acts-mine">
            <Button onPress={() => setDoing('rename')}>{words.rename}</Button>
            <Button onPress={() => setDoing('merge')}>{words.merge}</Button>
          </div>
        ) : null
      }
    >
      <OfficeFacts office={office} all={all} />
      <PostsPart office={office} on={on} keeps={changeable} />
      {doing === 'rename' ? <RenameOffice office={office} onClose={close} /> : null}
      {doing === 'merge' ? <MergeOffice office={office} onClose={close} /> : null}
    </Sheet>
  )
}

function OfficeFacts({ office, all }: Pick<OfficeSheetProps, 'office' | 'all'>) {
  const words = useAdministrationWords()
  const { fields } = usePeopleWords()
  const { county } = useMe()
  const english = useLanguage() === 'en'
  const saySpan = useSaySpan()
  const division = useDivisionName(county, office.division ?? undefined)
  const nameOf = (id: string | null) => {
    const found = all.find((one) => one.id === id)
    return found && (english ? found.nameEn : found.name)
  }
  const successor = nameOf(office.successor)
  const facts = [
    {
      name: english ? fields.officeName : fields.officeNameEn,
      value: english ? office.name : office.nameEn,
    },
    { name: fields.division, value: office.division === null ? words.wholeCounty : division },
    { name: fields.officePhone, value: office.phone },
    { name: fields.duties, value: office.duties },
    { name: fields.parent, value: nameOf(office.parent) },
    { name: words.validity, value: saySpan(office) },
    {
      name: fields.successor,
      value: successor && fill(words.offices.succeededBy, { office: successor }),
    },
  ]
  return <Facts facts={facts.filter(({ value }) => value)} />
}

type PostsPartProps = Pick<OfficeSheetProps, 'office' | 'on' | 'keeps'>

function PostsPart({ office, on, keeps }: PostsPartProps) {
  const { posts: words } = useAdministrationWords()
  const people = usePeopleWords()
  const [opening, setOpening] = useState(false)
  const [closing, setClosing] = useState<Post | null>(null)
  const day = on ? { on } : {}
  const posts = useAsk(postsContract, { office: office.id, ...day }).data?.posts
  const holders = useAsk(officeOfficers, { office: office.id, ...day }).data?.officers
  return (
    <Part heading={words.title}>
      {posts?.length === 0 ? <p className="hint">{words.none}</p> : null}
      <ul className="lines">
        {posts?.map((post) => (
          <PostLine
            key={post.id}
            post={post}
            holders={holders?.filter((one) => one.post === post.id).map(({ name }) => name)}
            onClose={keeps && post.validTo === null ? () => setClosing(post) : null}
          />
        ))}
      </ul>
      {keeps ? (
        <div className="part-acts">
          <Button onPress={() => setOpening(true)}>{people.administration.openPost}</Button>
        </div>
      ) : null}
      {opening ? <OpenPost office={office} onClose={() => setOpening(false)} /> : null}
      {closing ? <ClosePost post={closing} onClose={() => setClosing(null)} /> : null}
    </Part>
  )
}

type PostLineProps = {
  post: Post
  holders: readonly string[] | undefined
  onClose: (() => void) | null
}

function PostLine({ post, holders, onClose }: PostLineProps) {
  const { posts: words, ...more } = useAdministrationWords()
  const people = usePeopleWords()
  const language = useLanguage()
  const now = useNow()
  const { county } = useMe()
  const division = useDivisionName(county, post.division ?? undefined)
  const ends =
    post.validTo &&
    fill(more.span, {
      from: sayDay(post.validFrom, language, now),
      until: sayDay(post.validTo, language, now),
    })
  const about = [people.postKinds[post.kind], division, ends].filter(Boolean)
  return (
    <li>
      <span className="line-words">
        <strong>{post.title}</strong>
        <span className="line-about">{about.join(' · ')}</span>
      </span>
      <span>{holders?.length ? holders.join('、') : holders && words.vacant}</span>
      {onClose ? (
        <Button kind="quiet" onPress={onClose}>
          {people.administration.closePost}
        </Button>
      ) : null}
    </li>
  )
}
