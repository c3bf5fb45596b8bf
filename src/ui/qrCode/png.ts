import { codeOf, quietModules } from './draw'

const MODULE_PX = 12
const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
/** One bit a pixel, grey: 1 is white. No filter, no interlace. */
const FORMAT = [1, 0, 0, 0, 0]
/** DEFLATE, 32 KB window, fastest. */
const ZLIB_HEADER = [0x78, 0x01]
/** The longest block that DEFLATE stores as it is. */
const STORED_MAX = 0xffff
const ADLER_MODULUS = 65_521

const word = (value: number): number[] => [24, 16, 8, 0].map(shift => (value >>> shift) & 0xff)

/** CRC-32 as PNG's annex D has it. */
function crc32(bytes: ArrayLike<number>): number {
  let crc = 0xffffffff
  for (const byte of Array.from(bytes)) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return ~crc >>> 0
}

function adler32(bytes: readonly number[]): number {
  let [low, high] = [1, 0]
  for (const byte of bytes) {
    low = (low + byte) % ADLER_MODULUS
    high = (high + low) % ADLER_MODULUS
  }
  return high * 0x10000 + low
}

function chunk(name: string, data: readonly number[]): number[] {
  const named = [...[...name].map(letter => letter.charCodeAt(0)), ...data]
  return [...word(data.length), ...named, ...word(crc32(named))]
}

/** A zlib stream that stores: a code is small, and a phone brings nothing that packs. */
function stored(bytes: readonly number[]): number[] {
  const stream: number[] = [...ZLIB_HEADER]
  for (let from = 0; from < bytes.length; from += STORED_MAX) {
    const block = bytes.slice(from, from + STORED_MAX)
    const isLast = from + STORED_MAX >= bytes.length ? 1 : 0
    const { length } = block
    const lengths = [length, ~length].flatMap(value => [value & 0xff, (value >>> 8) & 0xff])
    for (const byte of [isLast, ...lengths, ...block]) stream.push(byte)
  }
  return [...stream, ...word(adler32(bytes))]
}

/**
 * The same code as a PNG, twelve pixels a module, for where an SVG is no picture: a phone's album.
 * @throws when the text is longer than a QR code can hold (2,331 bytes)
 */
export function qrPng(text: string): Uint8Array<ArrayBuffer> {
  const code = codeOf(text)
  const count = code.getModuleCount()
  const side = (count + 2 * quietModules) * MODULE_PX
  const isDark = (at: number, across: number) =>
    [at, across].every(place => place >= 0 && place < count) && code.isDark(at, across)
  const moduleAt = (pixel: number) => Math.floor(pixel / MODULE_PX) - quietModules
  const lines: number[] = []
  for (let y = 0; y < side; y += 1) {
    // Each line begins with its filter: none.
    lines.push(0)
    for (let x = 0; x < side; x += 8) {
      let byte = 0
      for (let bit = 0; bit < 8; bit += 1) byte = byte * 2 + (isDark(moduleAt(y), moduleAt(x + bit)) ? 0 : 1)
      lines.push(byte)
    }
  }
  return Uint8Array.from([
    ...SIGNATURE,
    ...chunk('IHDR', [...word(side), ...word(side), ...FORMAT]),
    ...chunk('IDAT', stored(lines)),
    ...chunk('IEND', []),
  ])
}
