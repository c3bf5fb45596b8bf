import { shortCodeOf } from '@domain/booking/code'
import { limits } from '@domain/kernel/limits'
import { heldScans, nextBatch, readCode, withoutAnswered, withScan } from '@/rooms/booking/scanQueue'

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

test('the list on the phone says whose a code is that waits, by digits, ticket or a tap', () => {
  const long = '01HZX3V9Q2K7M4PA'
  const expected = [
    { placeId: 'e:a', name: '程立新', shortCode: shortCodeOf(long) },
    { placeId: 'e:b', name: '马骁', shortCode: '7777' },
    { placeId: 'e:c', name: '田野', shortCode: '7777' },
  ]
  const standings = (code: string, isWhole = true) => heldScans([scan(code)], { expected, isWhole })
  for (const code of [long, shortCodeOf(long), 'e:a'])
    expect(standings(code)).toEqual([{ code, placeId: 'e:a', name: '程立新', standing: 'held' }])
  expect(standings('7777')).toMatchObject([{ placeId: null, standing: 'unclear' }])
  expect(standings('4271')).toMatchObject([{ placeId: null, standing: 'unlisted' }])
  expect(standings('4271', false)).toMatchObject([{ standing: 'unclear' }])
})
