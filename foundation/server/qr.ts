import { create } from 'qrcode'

// ISO/IEC 18004 §6.3.8: four modules of quiet zone on each side.
const quiet = 4

/**
 * A QR code as inline SVG: black on white in any theme, one unit a module, no style, script or id, so that it passes a
 * strict content security policy. The size is the stylesheet's (`svg.qr`). Level M: 15 % of it may be dirty.
 */
export function qrSvg(text: string): string {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const edge = modules.size + 2 * quiet
  let path = ''
  for (let y = 0; y < modules.size; y++) {
    for (let x = 0; x < modules.size; x++) {
      if (!modules.get(y, x)) continue
      let run = 1
      while (x + run < modules.size && modules.get(y, x + run)) run += 1
      path += `M${x + quiet} ${y + quiet}h${run}v1h-${run}z`
      x += run
    }
  }
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" class="qr" viewBox="0 0 ${edge} ${edge}" shape-rendering="crispEdges" ` +
    `aria-hidden="true"><path fill="#fff" d="M0 0h${edge}v${edge}H0z"/><path fill="#000" d="${path}"/></svg>`
  )
}
