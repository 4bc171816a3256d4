import { useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'
import { Palette, type PaletteGroup } from '#foundation/desk/keys/Palette.tsx'
import { useActiveShortcuts } from '#foundation/desk/keys/shortcuts.ts'
import type { RailLink } from '#foundation/desk/room.ts'
import { useLanguage } from '#foundation/desk/setting.ts'
import { useMe } from '#people/desk/me.ts'
import { useAppWords } from '../app-words.ts'
import { rooms } from '../rooms.ts'
import { useQueues } from './use-queues.ts'
import { useRoomPages } from './use-room-pages.ts'
import { useSavedViews } from './use-saved-views.ts'

/** Ctrl-K: queues, pages, what can be done on this screen, and whatever the rooms find. */
export function DeskPalette({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { palette } = useAppWords().desk
  const language = useLanguage()
  const navigate = useNavigate()
  const { links } = useQueues()
  const views = useSavedViews()
  const pages = useRoomPages()
  const shortcuts = useActiveShortcuts()
  const { county } = useMe()
  const goTo = useCallback(
    (href: string) => {
      const [to, query] = href.split('?')
      const search = Object.fromEntries(new URLSearchParams(query))
      void navigate({ to: to as string, search: search as never })
    },
    [navigate],
  )
  const entry = ({ href, label }: Pick<RailLink, 'label' | 'href'>) => ({
    key: href,
    label,
    run: () => goTo(href),
  })
  const find = useCallback(
    async (text: string, signal: AbortSignal): Promise<readonly PaletteGroup[]> => {
      const asked = rooms.map(async ({ name, find: ofRoom, findHeading }) => {
        const found = (await ofRoom?.(text, { county, language, signal })) ?? []
        return {
          heading: findHeading?.(language) ?? name,
          items: found.map((finding) => ({
            key: finding.key,
            label: finding.label,
            about: finding.about,
            run: () => goTo(finding.href),
          })),
        }
      })
      return Promise.all(asked)
    },
    [county, language, goTo],
  )
  const groups: readonly PaletteGroup[] = [
    {
      heading: palette.acts,
      items: shortcuts
        .filter(({ group, whyNot }) => group === 'here' && !whyNot)
        .map(({ keys, label, run }) => ({ key: `act ${keys}`, label, keys, run })),
    },
    {
      heading: palette.pages,
      items: [...links, ...views, ...pages.flatMap((one) => one.links)].map(entry),
    },
  ]
  return <Palette open={open} onClose={onClose} words={palette} groups={groups} find={find} />
}
