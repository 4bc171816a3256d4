import type { DeskRoom } from '#foundation/desk/room.ts'
import { intakeRoom } from './intake/intake-room.ts'

/** What each room brings to the desk, in the order of the work. */
export const rooms: readonly DeskRoom[] = [intakeRoom]
