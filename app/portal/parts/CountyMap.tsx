import { fill } from '#foundation/languages.ts'
import { useFrame, useWords } from '#foundation/portal/frame.ts'
import { portalWords } from '../words.ts'

/** A county drawn by the server in the units of `width` × `height`, with one point on it. */
export type CountyMapView = {
  readonly width: number
  readonly height: number
  /** SVG paths. */
  readonly county: readonly string[]
  readonly townships: readonly string[]
  readonly point: { readonly x: number; readonly y: number }
}

/** Where in the county it is: outline, townships and a dot; no script, no picture from elsewhere. */
export function CountyMap({ map }: { map: CountyMapView }) {
  const words = useWords(portalWords).status
  const { countyName } = useFrame()
  const { width, height, point } = map
  return (
    <figure className="county-map">
      <svg
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={fill(words.mapAlt, { county: countyName })}
      >
        {map.townships.map((path) => (
          <path key={path} className="map-township" d={path} />
        ))}
        {map.county.map((path) => (
          <path key={path} className="map-county" d={path} />
        ))}
        <circle className="map-point" cx={point.x} cy={point.y} r="14" />
      </svg>
      <figcaption>{words.map}</figcaption>
    </figure>
  )
}
