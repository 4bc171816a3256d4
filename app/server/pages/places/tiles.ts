import type { MapTiles } from '#foundation/portal/frame.ts'

/**
 * Where map tiles come from: `LINLI_TILES`, an address with `{z}`, `{x}` and `{y}` (Web Mercator, WGS 84 or CGCS2000;
 * a map shifted to GCJ-02 would show every point hundreds of metres off). Null, and no address leaves the house, unless
 * it is set. `LINLI_TILES_BY` is the line under the map: whose it is and its review number 审图号 (地图管理条例); without
 * it the name of the server they come from is shown.
 */
export function mapTiles(): MapTiles | null {
  const address = process.env.LINLI_TILES ?? ''
  if (!/^https?:\/\/.*\{z\}.*\{[xy]\}.*\{[xy]\}/.test(address)) return null
  return { address, by: process.env.LINLI_TILES_BY?.trim() || new URL(address).host }
}

/** The origins the browser must be allowed to load pictures of the map from. */
export function tilesOrigins(): string[] {
  const tiles = mapTiles()
  return tiles ? [new URL(tiles.address).origin] : []
}
