import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { forgetDrafts } from '#foundation/desk/form/draft.ts'
import { Menu } from '#foundation/desk/parts/Menu.tsx'
import { themes, useSetting } from '#foundation/desk/setting.ts'
import { useDo } from '#foundation/desk/use-ask.ts'
import { languages } from '#foundation/languages.ts'
import { signOut } from '#people/contract.ts'
import { type Me, useMe } from '#people/desk/me.ts'
import { words } from '../../words.ts'
import { useAppWords } from '../app-words.ts'

/** The kinds of post held, each once, with a word where it is held for somebody else. */
function usePosts(officer: Me): string {
  const { language } = useSetting()
  const kinds = words[language].people.postKinds
  return [...new Set(officer.posts.map((post) => kinds[post.kind]))].join(' · ')
}

/** Who I am, which language, light or dark, and out. */
export function AccountMenu({ onKeys }: { onKeys: () => void }) {
  const { desk, portal } = useAppWords()
  const officer = useMe()
  const posts = usePosts(officer)
  const { language, chooseLanguage, theme, chooseTheme } = useSetting()
  const { account } = words[language].people
  const navigate = useNavigate()
  const client = useQueryClient()
  const leave = useDo(signOut)
  const names = { 'zh-CN': portal.toChinese, en: portal.toEnglish }
  return (
    <Menu
      label={
        <span className="account">
          <span className="account-name">{officer.name}</span>
          <span className="account-posts">{posts}</span>
          <span className="hidden-text">{desk.account}</span>
        </span>
      }
      groups={[
        {
          heading: desk.language,
          entries: languages.map((each) => ({
            key: each,
            label: names[each],
            current: each === language,
            run: () => chooseLanguage(each),
          })),
        },
        {
          heading: desk.theme,
          entries: themes.map((each) => ({
            key: each,
            label: desk.themes[each],
            current: each === theme,
            run: () => chooseTheme(each),
          })),
        },
        {
          entries: [
            { key: 'mine', label: account.title, run: () => void navigate({ to: '/account' }) },
            { key: 'keys', label: desk.keys, run: onKeys },
            {
              key: 'leave',
              label: desk.signOut,
              // What was on the screen must not be there for the next one who sits down.
              run: () => {
                forgetDrafts()
                leave.mutate({}, { onSettled: () => client.clear() })
              },
            },
          ],
        },
      ]}
    />
  )
}
