import type { DeskRoom } from '#foundation/desk/room.ts'

/** What each room brings to the desk, in the order of the work. */
export const rooms: readonly DeskRoom[] = []
