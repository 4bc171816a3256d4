import type { DeskRoom } from '#foundation/desk/room.ts'
import { peopleRoom } from '#people/desk/people-room.ts'
import { countyRoom } from './county/county-room.ts'
import { intakeRoom } from './intake/intake-room.ts'
import { analysisRoom } from './matters/analysis-room.ts'
import { mattersRoom } from './matters/matters-room.ts'
import { officesRoom, placesRoom } from './matters/places-room.ts'

/** What each room brings to the desk, in the order of the work. */
export const rooms: readonly DeskRoom[] = [
  mattersRoom,
  intakeRoom,
  analysisRoom,
  placesRoom,
  officesRoom,
  countyRoom,
  peopleRoom,
]
