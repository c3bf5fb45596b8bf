import qrcode from 'qrcode-generator'
import { failure, type StandIn, type StandInReply } from './standIn'

const SCENE = /^[0-9a-zA-Z!#$&'()*+,/:;=?@\-._~]{1,32}$/
const WIDTH_DEFAULT_PX = 430
const WIDTH_MIN_PX = 280
const WIDTH_MAX_PX = 1_280
const QUIET_MODULES = 4

/**
 * `wxacode.getUnlimited`. A real mini program code can be drawn by WeChat alone, so a QR code of
 * `<page>?scene=<scene>` stands in: it carries the same and can be scanned.
 */
export const getUnlimited: StandIn = {
  rejection: { errcode: 45009, errmsg: 'reach max api daily quota limit' },
  async answer({ data }): Promise<StandInReply> {
    const { scene, page, width = WIDTH_DEFAULT_PX } = data
    if (typeof scene !== 'string' || !SCENE.test(scene)) return failure(40169, 'invalid length for scene')
    if (page !== undefined && (typeof page !== 'string' || /^\/|\?/.test(page))) {
      return failure(41030, 'invalid page')
    }
    if (typeof width !== 'number' || width < WIDTH_MIN_PX || width > WIDTH_MAX_PX) {
      return failure(40097, 'invalid args: width')
    }
    const content = await drawCode(`${page ?? ''}?scene=${encodeURIComponent(scene)}`, width)
    return { content, contentType: 'image/png' }
  },
}

async function drawCode(text: string, widthPx: number): Promise<Buffer> {
  const code = qrcode(0, 'M')
  code.addData(text)
  code.make()
  const size = code.getModuleCount() + 2 * QUIET_MODULES
  const pixels = Buffer.alloc(size * size, 255)
  for (let row = 0; row < code.getModuleCount(); row += 1) {
    for (let column = 0; column < code.getModuleCount(); column += 1) {
      if (code.isDark(row, column)) pixels[(row + QUIET_MODULES) * size + column + QUIET_MODULES] = 0
    }
  }
  // A library of its own weight, and most clouds of a test draw nothing.
  const { default: sharp } = await import('sharp')
  return sharp(pixels, { raw: { width: size, height: size, channels: 1 } })
    .resize(widthPx, widthPx, { kernel: 'nearest' })
    .png()
    .toBuffer()
}
