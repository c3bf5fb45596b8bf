import type { Place } from '@/rooms/booking/placeWords'
import {
  deskTitleOf,
  hasClaimed,
  isSettled,
  isUnclear,
  sentenceOf,
  tellingOf,
  ticketSentence,
  titleOf,
} from '@/rooms/booking/placeWords'

const endsAt = Date.parse('2026-11-28T12:00:00+08:00')
const placeOf = (part: Partial<Place>) => ({ kind: 'event', state: 'confirmed', endsAt, ...part }) as Place

test('a seat whose time is over opens nothing, and its ticket says what can be done', () => {
  const place = placeOf({})
  expect([endsAt - 1, endsAt].map(now => isUnclear(place, now))).toEqual([false, true])
  expect(ticketSentence(place, {}, endsAt - 1)).toBe('给签到的同事看，没网也能用')
  expect(ticketSentence(place, {}, endsAt)).toBe('没扫到码也没关系，告诉会长，七天里可以补记。')
  expect(ticketSentence(place, { told: 'came' }, endsAt)).toBe(
    '告诉会长你来过了，等会长确认；七天里都可以补记。',
  )
  expect(isUnclear(placeOf({ state: 'absent' }), endsAt)).toBe(false)
})

test('a ticket stops asking once the president has been told, and says what they answered', () => {
  const open = { place: placeOf({}), cancelUntil: endsAt - 10 }
  expect(tellingOf({ ...open, told: null }, endsAt)).toBe('came')
  expect(tellingOf({ ...open, told: 'cannot' }, endsAt)).toBe('came')
  expect(tellingOf({ ...open, told: 'came' }, endsAt)).toBeNull()
  expect(tellingOf({ ...open, told: null }, endsAt - 1)).toBe('cannot')
  expect(hasClaimed({ place: placeOf({ state: 'absent' }), told: 'came' }, endsAt)).toBe(true)
  expect(ticketSentence(open.place, { told: 'came', dismissed: '没有看到你' }, endsAt)).toBe(
    '会长看过了，没有记成来过：没有看到你',
  )
})

test.each([
  [20, '来过了，20 沃币记到账上了。'],
  [0, '来过了。今天参加活动的沃币已经得满。'],
  [null, '来过了，沃币已经记到账上。'],
])('the ticket of who came and earned %p: %s', (earned, words) => {
  expect(ticketSentence(placeOf({ state: 'attended' }), { earned }, endsAt)).toBe(words)
})

test('what was called off or given up is nothing to go to', () => {
  expect(isSettled('calledOff')).toBe(true)
  expect(isSettled('cancelled')).toBe(true)
  expect(isSettled('confirmed')).toBe(false)
  expect(isSettled('waiting')).toBe(false)
})

test('a court has nobody who teaches there, and no seats that somebody else has', () => {
  const sayOf = (kind: Place['kind']) =>
    (['confirmed', 'waiting', 'offered', 'unseated'] as const).map(state =>
      ticketSentence(placeOf({ kind, state }), {}, endsAt - 1),
    )
  expect(sayOf('course').join('')).toContain('教练')
  expect(sayOf('venue').join('')).not.toMatch(/教练|名额|报名/)
})

test('a visit that its guest has moved is where it was moved to, not cancelled', () => {
  const gone = placeOf({
    kind: 'visit',
    state: 'cancelled',
    wentTo: Date.parse('2026-11-27T10:00:00+08:00'),
  })
  expect(titleOf(gone)).toBe('改到 11 月 27 日')
  expect(sentenceOf(gone)).toBe('你改到了 11 月 27 日 10:00。')
  expect(titleOf({ ...gone, wentTo: null })).toBe('已取消')
})

test('a seat that is held waits for its guest, and at the desk for nobody else', () => {
  expect(titleOf({ kind: 'visit', state: 'offered' })).toBe('等你确认')
  expect(deskTitleOf({ kind: 'visit', state: 'offered' })).toBe('等客人确认')
  expect(deskTitleOf({ kind: 'visit', state: 'confirmed' })).toBe('约好了')
})
