import { drawQrCode, drawQrPicture } from '@/ui/qrCode/draw'

const draw = (text: string) => decodeURIComponent(drawQrCode(text).replace('data:image/svg+xml,', ''))

describe('drawQrCode', () => {
  it('leaves four light modules around a version 1 code of 21', () => {
    expect(draw('8F2C4417')).toContain("viewBox='-4 -4 29 29'")
  })

  it('draws the finder in each of three corners', () => {
    const svg = draw('8F2C4417')
    for (const corner of ['M0 0h7v1H0z', 'M14 0h7v1H14z', 'M0 14h7v1H0z']) expect(svg).toContain(corner)
  })

  it('draws different codes for different texts', () => {
    expect(draw('8F2C4417')).not.toBe(draw('8F2C4418'))
  })

  it('refuses what no code can hold', () => {
    expect(() => drawQrCode('x'.repeat(2332))).toThrow()
  })
})

describe('drawQrPicture', () => {
  /** Side of a GIF, by its header: width and height, two bytes each, the lower first. */
  const sidesOf = (base64: string) => {
    const gif = Buffer.from(base64, 'base64')
    return [gif.toString('latin1', 0, 6), gif.readUInt16LE(6), gif.readUInt16LE(8)]
  }

  it('is a picture of the same code, with as much light around it', () => {
    const side = (21 + 2 * 4) * 12
    expect(sidesOf(drawQrPicture('8F2C4417'))).toEqual(['GIF87a', side, side])
    expect(drawQrPicture('8F2C4417')).not.toBe(drawQrPicture('8F2C4418'))
  })
})
