import { type RailGroup, type RailLink, railGroups } from '#foundation/desk/room.ts'
import { useLanguage } from '#foundation/desk/setting.ts'
import { useMe } from '#people/desk/me.ts'
import { rooms } from '../rooms.ts'

export type PageGroup = { readonly group: RailGroup; readonly links: readonly RailLink[] }

/** The pages of all rooms that my posts open, by group; groups without any are left out. */
export function useRoomPages(): readonly PageGroup[] {
  const language = useLanguage()
  const officer = useMe()
  const held = new Set<string>(officer.posts.map((post) => post.kind))
  return railGroups
    .map((group) => ({
      group,
      links: rooms
        .filter((room) => room.group === group)
        .flatMap((room) => room.pages?.(language, (kind) => held.has(kind)) ?? []),
    }))
    .filter(({ links }) => links.length > 0)
}
