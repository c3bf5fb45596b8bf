import { limits } from '@domain/kernel/limits'
import { nextBatch, readCode, withoutAnswered, withScan } from '@/rooms/booking/scanQueue'

const scan = (code: string, scannedAt = 1) => ({ code, scannedAt })

test.each([
  ['4271', '4271'],
  [' 01HZX3V9Q2K7M4PA ', '01HZX3V9Q2K7M4PA'],
  ['01hzx3v9q2k7m4pa', '01HZX3V9Q2K7M4PA'],
  ['427', undefined],
  ['https://example.com', undefined],
  ['', undefined],
])('reads %p as %p', (text, code) => {
  expect(readCode(text)).toBe(code)
})

test('the first scan of a code is the one that counts', () => {
  const queue = withScan(withScan([], scan('4271', 10)), scan('4271', 20))
  expect(queue).toEqual([scan('4271', 10)])
})

test('sends what one call takes, the oldest first, and keeps what was scanned meanwhile', () => {
  const queue = Array.from({ length: limits.decisionsMax + 3 }, (_, index) => scan(String(1000 + index)))
  const batch = nextBatch(queue)
  expect(batch).toHaveLength(limits.decisionsMax)
  expect(batch[0]?.code).toBe('1000')
  const left = withoutAnswered([...queue, scan('9999')], batch)
  expect(left.map(({ code }) => code)).toEqual(['1020', '1021', '1022', '9999'])
})
