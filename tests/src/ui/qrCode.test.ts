import { inflateSync } from 'node:zlib'
import { drawQrCode } from '@/ui/qrCode/draw'
import { qrPng } from '@/ui/qrCode/png'

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

/** The path of the SVG as modules: which are dark. */
function modulesOf(svg: string): Set<string> {
  const runs = [...svg.matchAll(/M(\d+) (\d+)h(\d+)v1/g)].map(run => run.slice(1).map(Number))
  return new Set(
    runs.flatMap(([x = 0, y = 0, long = 0]) =>
      Array.from({ length: long }, (_one, more) => `${x + more} ${y}`),
    ),
  )
}

/** What a reader finds in a PNG of one bit a pixel: its chunks, and which of its modules of 12 px are dark. */
function readPng(png: Buffer) {
  const chunks = new Map<string, Buffer>()
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at))
    chunks.set(png.toString('latin1', at + 4, at + 8), png.subarray(at + 8, at + 8 + png.readUInt32BE(at)))
  const side = chunks.get('IHDR')?.readUInt32BE(0) ?? 0
  // Whatever is wrong with its length or its sum is thrown here.
  const lines = inflateSync(chunks.get('IDAT') ?? Buffer.alloc(0))
  const lineBytes = 1 + Math.ceil(side / 8)
  const isDark = (x: number, y: number) =>
    (((lines[y * lineBytes + 1 + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1) === 0
  const places = Array.from({ length: side / 12 }, (_one, place) => place)
  const dark = places.flatMap(y =>
    places.flatMap(x => (isDark(x * 12 + 5, y * 12 + 5) ? [`${x - 4} ${y - 4}`] : [])),
  )
  return { names: [...chunks.keys()], lines: lines.length / lineBytes, side, dark: new Set(dark) }
}

describe('qrPng', () => {
  it.each([
    ['a short one', '8F2C4417'],
    ['one that fills two stored blocks', '沃'.repeat(600)],
  ])('is the same code as a picture: %s', (_which, text) => {
    const png = Buffer.from(qrPng(text))
    const { names, lines, side, dark } = readPng(png)
    expect(names).toEqual(['IHDR', 'IDAT', 'IEND'])
    expect(lines).toBe(side)
    expect(dark).toEqual(modulesOf(draw(text)))
    // The end that every PNG has, with its CRC.
    expect(png.subarray(-8).toString('hex')).toBe('49454e44ae426082')
  })
})
