import { Link, Outlet, useRouterState } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { KeySheet } from '#foundation/desk/keys/KeySheet.tsx'
import { useKeyboard, useShortcut } from '#foundation/desk/keys/shortcuts.ts'
import { Button } from '#foundation/desk/parts/Button.tsx'
import { Sign } from '#foundation/desk/parts/Sign.tsx'
import { useLanguage, useScreenWords } from '#foundation/desk/setting.ts'
import { OutboxKeeper } from '#matters/accept/desk/patrol/outbox/OutboxKeeper.tsx'
import { useHolds, useMe } from '#people/desk/me.ts'
import { useOfficeName } from '#people/desk/offices.ts'
import { useAppWords } from '../app-words.ts'
import { AccountMenu } from './AccountMenu.tsx'
import { DeskPalette } from './DeskPalette.tsx'
import { Rail } from './Rail.tsx'

/** What stands around every screen: header, rail of queues, command box, key sheet. */
export function Frame() {
  const { desk } = useAppWords()
  const words = useScreenWords()
  const [railOpen, setRailOpen] = useState(false)
  const [paletteOpen, setPaletteOpen] = useState(false)
  const [sheetOpen, setSheetOpen] = useState(false)
  const path = useRouterState({ select: (state) => state.location.pathname })
  const reports = useHolds('gridWorker')
  useKeyboard()
  useShortcut({
    keys: 'Control+k',
    label: words.keys.palette,
    group: 'everywhere',
    run: () => setPaletteOpen(true),
  })
  // On a phone the rail is a page of its own; choosing a queue leaves it.
  useEffect(() => {
    if (path) setRailOpen(false)
  }, [path])
  return (
    <div className={railOpen ? 'desk desk-rail-open' : 'desk'}>
      <a className="skip" href="#screen">
        {words.skip}
      </a>
      <header className="bar">
        <span className="bar-rail">
          <Button kind="quiet" label={desk.showQueues} onPress={() => setRailOpen(!railOpen)}>
            <Sign name="rows" />
          </Button>
        </span>
        <NameMark />
        <span className="bar-find">
          <Button onPress={() => setPaletteOpen(true)} keyHint="Control+K">
            <Sign name="search" />
            <span className="bar-find-words">{desk.palette.open}</span>
          </Button>
        </span>
        <AccountMenu onKeys={() => setSheetOpen(true)} />
      </header>
      <Rail />
      <main id="screen" className="screen" tabIndex={-1}>
        <Outlet />
      </main>
      {reports ? <OutboxKeeper /> : null}
      <DeskPalette open={paletteOpen} onClose={() => setPaletteOpen(false)} />
      <KeySheet open={sheetOpen} onOpen={setSheetOpen} />
    </div>
  )
}

function NameMark() {
  const { desk } = useAppWords()
  const { countyName, countyNameEn, posts } = useMe()
  const county = useLanguage() === 'en' ? countyNameEn : countyName
  const [post] = posts
  const officeName = useOfficeName()
  return (
    <p className="bar-name">
      <Link to="/" className="bar-mark">
        <span lang="zh-CN">邻里</span>
        <span className="hidden-text">{desk.home}</span>
      </Link>
      <span className="bar-office">
        {[county, post && (officeName(post.office) ?? post.officeName)].filter(Boolean).join(' · ')}
      </span>
    </p>
  )
}
