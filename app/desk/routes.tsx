import { createRootRoute, createRoute, createRouter } from '@tanstack/react-router'
import { Suspense, useEffect } from 'react'
import type { DeskRoute } from '#foundation/desk/room.ts'
import { useLanguage, useScreenWords } from '#foundation/desk/setting.ts'
import { useAppWords } from './app-words.ts'
import { Broken, Missing } from './frame/EmptyScreens.tsx'
import { Frame } from './frame/Frame.tsx'
import { HomeScreen } from './frame/home/HomeScreen.tsx'
import { rooms } from './rooms.ts'

const root = createRootRoute({
  component: Frame,
  notFoundComponent: Missing,
  errorComponent: Broken,
})

function Screen({ route }: { route: DeskRoute }) {
  const words = useScreenWords()
  const { desk } = useAppWords()
  const title = route.title(useLanguage())
  useEffect(() => {
    document.title = `${title} · ${desk.title} · 邻里 Linli`
  }, [title, desk.title])
  const Content = route.screen
  return (
    <Suspense
      fallback={
        <p className="starting" role="status">
          {words.loading}
        </p>
      }
    >
      <Content />
    </Suspense>
  )
}

const children = rooms
  .flatMap((room) => room.routes)
  .map((route) =>
    createRoute({
      getParentRoute: () => root,
      path: route.path,
      component: () => <Screen route={route} />,
    }),
  )
const start = createRoute({ getParentRoute: () => root, path: '/', component: HomeScreen })

/** Addresses as people write them, `?words=路灯&state=handling`: every value is a text, nothing is quoted. */
const readSearch = (text: string) => Object.fromEntries(new URLSearchParams(text))
function writeSearch(search: Record<string, unknown>): string {
  const told = Object.entries(search).filter(([, value]) => value !== undefined && value !== '')
  const text = new URLSearchParams(told.map(([name, value]) => [name, String(value)])).toString()
  return text === '' ? '' : `?${text}`
}

export const router = createRouter({
  routeTree: root.addChildren([start, ...children]),
  basepath: '/desk',
  parseSearch: readSearch,
  stringifySearch: writeSearch,
  defaultPreload: 'intent',
})
