import Zoom from 'ol/control/Zoom.js'
import { buffer, containsCoordinate } from 'ol/extent.js'
import Feature from 'ol/Feature.js'
import GeoJSON from 'ol/format/GeoJSON.js'
import Point from 'ol/geom/Point.js'
import { defaults as interactions } from 'ol/interaction/defaults.js'
import TileLayer from 'ol/layer/Tile.js'
import VectorLayer from 'ol/layer/Vector.js'
import OpenMap from 'ol/Map.js'
import { fromLonLat, toLonLat } from 'ol/proj.js'
import VectorSource from 'ol/source/Vector.js'
import XYZ from 'ol/source/XYZ.js'
import CircleStyle from 'ol/style/Circle.js'
import Fill from 'ol/style/Fill.js'
import Stroke from 'ol/style/Stroke.js'
import Style from 'ol/style/Style.js'
import Text from 'ol/style/Text.js'
import View from 'ol/View.js'
import type { Outline } from '#places/model.ts'
import type { PointWords, Spot } from './spot.ts'

/** A map to choose one point on. */
export type PlaceMap = { show(spot: Spot | null): void }

type PlaceMapOptions = {
  readonly county: string
  /** Address pattern of tiles; null where there are only outlines. */
  readonly tiles: string | null
  readonly words: PointWords
  readonly choose: (spot: Spot) => void
}

async function readOutline(county: string): Promise<Outline> {
  const answer = await fetch(`/api/v1/counties/${county}/outline`)
  const outline = (await answer.json()) as Outline
  if (!answer.ok || outline.features.length === 0) throw new Error('the county has no outline')
  return outline
}

/** Colours of the page, so that the map follows the large-type version too. */
function inksOf(target: HTMLElement) {
  const styles = getComputedStyle(target)
  const ink = (name: string) => styles.getPropertyValue(name).trim()
  return {
    line: ink('--edge'),
    border: ink('--ink'),
    dot: ink('--accent'),
    paper: ink('--paper'),
    font: `${styles.fontSize} ${styles.fontFamily}`,
  }
}

function outlineLayer(outline: Outline, inks: ReturnType<typeof inksOf>) {
  const features = new GeoJSON().readFeatures(outline, { featureProjection: 'EPSG:3857' })
  const halo = new Stroke({ color: inks.paper, width: 4 })
  return new VectorLayer({
    source: new VectorSource({ features }),
    declutter: true,
    style: (feature) => {
      const isCounty = feature.get('level') === 'county'
      return new Style({
        stroke: new Stroke({
          color: isCounty ? inks.border : inks.line,
          width: isCounty ? 2.5 : 1.2,
        }),
        ...(isCounty
          ? {}
          : {
              text: new Text({
                text: String(feature.get('name')),
                font: inks.font,
                fill: new Fill({ color: inks.border }),
                stroke: halo,
              }),
            }),
      })
    },
  })
}

function spotLayer(marker: Feature<Point>, inks: ReturnType<typeof inksOf>) {
  const image = new CircleStyle({
    radius: 9,
    fill: new Fill({ color: inks.dot }),
    stroke: new Stroke({ color: inks.paper, width: 3 }),
  })
  return new VectorLayer({
    source: new VectorSource({ features: [marker] }),
    style: new Style({ image }),
  })
}

/**
 * Opens a map in `target`: the county's own outlines, tiles behind them where the installation has some. A tap chooses;
 * by keyboard the arrows move it and Enter chooses its middle. @throws Error when there is no outline to show
 */
export async function openPlaceMap(
  target: HTMLElement,
  { county, tiles, words, choose }: PlaceMapOptions,
): Promise<PlaceMap> {
  const outline = await readOutline(county)
  const datum = outline.features[0]?.properties.datum ?? 'WGS84'
  const inks = inksOf(target)
  const shape = outlineLayer(outline, inks)
  const marker = new Feature<Point>()
  // Tiles are in WGS 84; under outlines of another datum they would lie.
  const ground =
    tiles && datum !== 'GCJ02' ? [new TileLayer({ source: new XYZ({ url: tiles }) })] : []
  target.tabIndex = 0
  target.setAttribute('role', 'application')
  target.setAttribute('aria-label', words.map)
  const map = new OpenMap({
    target,
    layers: [...ground, shape, spotLayer(marker, inks)],
    controls: [new Zoom({ zoomInTipLabel: words.zoomIn, zoomOutTipLabel: words.zoomOut })],
    // The wheel scrolls the page, as everywhere else on it.
    interactions: interactions({
      mouseWheelZoom: false,
      altShiftDragRotate: false,
      pinchRotate: false,
    }),
    view: new View({ maxZoom: 19 }),
  })
  const extent = shape.getSource()?.getExtent()
  if (extent) map.getView().fit(extent, { padding: [16, 16, 16, 16] })
  const chooseAt = (coordinate: number[] | undefined) => {
    const [lon, lat] = coordinate ? toLonLat(coordinate) : []
    if (lon !== undefined && lat !== undefined) choose({ lon, lat, datum })
  }
  map.on('singleclick', ({ coordinate }) => chooseAt(coordinate))
  target.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.target !== target) return
    event.preventDefault()
    chooseAt(map.getView().getCenter())
  })
  return {
    show(spot) {
      const at = spot ? fromLonLat([spot.lon, spot.lat]) : null
      marker.setGeometry(at ? new Point(at) : undefined)
      const view = map.getView()
      // Not at the edge, where the buttons lie over it.
      const middle = buffer(view.calculateExtent(), -48 * (view.getResolution() ?? 0))
      if (at && !containsCoordinate(middle, at)) view.setCenter(at)
    },
  }
}
