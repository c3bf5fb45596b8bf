import { momentLabel, placeNotices, spanLabel, whatAndWhen } from '@domain/booking/wording'

const at = (iso: string) => Date.parse(`${iso}+08:00`)

test('a span of one day names the day once', () => {
  expect(spanLabel(at('2026-11-28T08:30:00'), at('2026-11-28T12:00:00'))).toBe('11 月 28 日 周六 8:30–12:00')
})

test('a span over midnight in China names both days', () => {
  expect(spanLabel(at('2026-11-28T22:00:00'), at('2026-11-29T01:00:00'))).toBe(
    '11 月 28 日 周六 22:00 – 11 月 29 日 周日 1:00',
  )
})

test('a moment of today is a time of day', () => {
  const now = at('2026-11-28T00:10:00')
  expect(momentLabel(at('2026-11-28T23:59:00'), now)).toBe('23:59')
  expect(momentLabel(at('2026-11-29T00:00:00'), now)).toBe('11 月 29 日 0:00')
})

test('a place that is called off says what came back, and only then', () => {
  expect(placeNotices.calledOff({ title: '骑行' }, '下雨', 0).body).toBe('下雨')
  expect(placeNotices.calledOff({ title: '骑行' }, '下雨', 30).body).toBe('下雨。付过的 30 沃币已经退回。')
})

test('of many hours a notice says which one it is of; an event is called by its name', () => {
  const startsAt = at('2026-12-02T10:00:00')
  const centre = { kind: 'visit' as const, title: '上海品牌体验中心', startsAt }
  expect(whatAndWhen({ ...centre, visit: { name: '试驾 EX90' } })).toBe('试驾 EX90 · 12 月 2 日 10:00')
  expect(whatAndWhen(centre)).toBe('上海品牌体验中心 · 12 月 2 日 10:00')
  expect(whatAndWhen({ kind: 'course', title: '动感单车', startsAt })).toBe('动感单车 · 12 月 2 日 10:00')
  expect(whatAndWhen({ kind: 'event', title: '骑行', startsAt })).toBe('骑行')
})
