import { useState } from 'react'
import type { Position } from './patrol.ts'

const patienceMilliseconds = 15_000

/** Asks the device where it is; a person has to press for it, and may refuse. */
export function usePosition(onFound: (position: Position) => void) {
  const [finding, setFinding] = useState(false)
  const [refused, setRefused] = useState(false)
  const find = () => {
    if (finding) return
    if (!('geolocation' in navigator)) return setRefused(true)
    setFinding(true)
    setRefused(false)
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setFinding(false)
        const { longitude: lon, latitude: lat, accuracy } = coords
        onFound({ lon, lat, metres: Math.round(accuracy) })
      },
      () => {
        setFinding(false)
        setRefused(true)
      },
      { enableHighAccuracy: true, timeout: patienceMilliseconds, maximumAge: 60_000 },
    )
  }
  return { find, finding, refused }
}
