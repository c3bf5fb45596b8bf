import { drawQrCode } from '@/ui/qrCode/draw'

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
