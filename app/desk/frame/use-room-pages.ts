import type { RailLink } from '#foundation/desk/room.ts'
import { useLanguage } from '#foundation/desk/setting.ts'
import { useMe } from '#people/desk/me.ts'
import { rooms } from '../rooms.ts'

/** The pages of all rooms that my posts open. */
export function useRoomPages(): readonly RailLink[] {
  const language = useLanguage()
  const officer = useMe()
  const held = new Set<string>(officer.posts.map((post) => post.kind))
  return rooms.flatMap((room) => room.pages?.(language, (kind) => held.has(kind)) ?? [])
}
