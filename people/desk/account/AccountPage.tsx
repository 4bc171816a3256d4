import { useState } from 'react'
import { singleKeysOn, switchSingleKeys } from '#foundation/desk/keys/shortcuts.ts'
import { Checkbox, RadioGroup } from '#foundation/desk/parts/Checkbox.tsx'
import { type Theme, themes, useSetting } from '#foundation/desk/setting.ts'
import { type Language, languages } from '#foundation/languages.ts'
import { useMe } from '../me.ts'
import { usePeopleWords } from '../people-words.ts'
import { useAccountWords } from './account-words.ts'
import { DelegationSection } from './DelegationSection.tsx'
import { PasswordSection } from './PasswordSection.tsx'
import { TotpSection } from './TotpSection.tsx'

/** What an officer may settle about themselves. */
export function AccountPage() {
  const people = usePeopleWords()
  const { account } = useMe()
  return (
    <div className="settings">
      <h1>{people.account.title}</h1>
      <PostsSection />
      <DelegationSection />
      {account ? <PasswordSection account={account} /> : null}
      {account ? <TotpSection account={account} /> : null}
      <ScreenSection />
    </div>
  )
}

function PostsSection() {
  const { posts: words } = useAccountWords()
  const { postKinds, fields } = usePeopleWords()
  const { posts, account } = useMe()
  return (
    <section>
      <h2>{words.title}</h2>
      <p>
        {fields.login} {account?.login}
      </p>
      <ul className="lines">
        {posts.map((post) => (
          <li key={post.post}>
            <span className="line-words">
              <strong>{postKinds[post.kind]}</strong>
              <span className="line-about">
                {post.officeName} · {post.behalfOf ? words.behalf : words.own}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function ScreenSection() {
  const { screen: words } = useAccountWords()
  const { language, chooseLanguage, theme, chooseTheme } = useSetting()
  const [single, setSingle] = useState(singleKeysOn)
  return (
    <section>
      <h2>{words.title}</h2>
      <p>{words.lead}</p>
      <RadioGroup
        label={words.language}
        inline
        required
        choices={languages.map((key) => ({ key, label: words.languages[key] }))}
        value={language}
        onChange={(key) => chooseLanguage(key as Language)}
      />
      <RadioGroup
        label={words.theme}
        inline
        required
        choices={themes.map((key) => ({ key, label: words.themes[key] }))}
        value={theme}
        onChange={(key) => chooseTheme(key as Theme)}
      />
      <Checkbox
        label={words.keys}
        hint={words.keysHint}
        checked={single}
        onChange={(on) => {
          switchSingleKeys(on)
          setSingle(on)
        }}
      />
    </section>
  )
}
