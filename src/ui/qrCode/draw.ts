import qrcode from 'qrcode-generator'

/** Light modules around the code, as ISO/IEC 18004 asks: scanners find the edge by them. */
const quietModules = 4

/**
 * Error correction M, the smallest version that holds the text.
 * @throws when the text is longer than a QR code can hold (2,331 bytes)
 */
function codeOf(text: string) {
  const code = qrcode(0, 'M')
  code.addData(text)
  code.make()
  return code
}

/**
 * A QR code as an SVG data URI: one path of horizontal runs. Error correction M, the smallest version
 * that holds the text. Always dark on white, whatever the theme, because scanners expect it.
 * @throws when the text is longer than a QR code can hold (2,331 bytes)
 */
export function drawQrCode(text: string): string {
  const code = codeOf(text)
  const count = code.getModuleCount()
  let path = ''
  for (let row = 0; row < count; row += 1) {
    for (let column = 0; column < count; ) {
      let end = column
      while (end < count && code.isDark(row, end)) end += 1
      if (end > column) path += `M${column} ${row}h${end - column}v1H${column}z`
      column = end + 1
    }
  }
  const side = count + 2 * quietModules
  const box = `${-quietModules} ${-quietModules} ${side} ${side}`
  const svg = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='${box}' shape-rendering='crispEdges'><path fill='#fff' d='M${-quietModules} ${-quietModules}h${side}v${side}h${-side}z'/><path d='${path}'/></svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}

const MODULE_PX = 12
const GIF = 'data:image/gif;base64,'

/**
 * The same code as a GIF, twelve pixels a module, for where an SVG is no picture: a phone's album.
 * @returns base64
 * @throws when the text is longer than a QR code can hold (2,331 bytes)
 */
export function drawQrPicture(text: string): string {
  return codeOf(text)
    .createDataURL(MODULE_PX, quietModules * MODULE_PX)
    .slice(GIF.length)
}
