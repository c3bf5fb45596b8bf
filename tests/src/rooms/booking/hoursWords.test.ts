import { sayLastDay, saySpans, sayToday, unusualRows, weekRows } from '@/rooms/booking/centre/hoursWords'

const span = (from: number, until: number) => ({ fromMinute: from * 60, untilMinute: until * 60 })
const open = [span(9, 18)]
const week = [1, 2, 3, 4, 5, 6, 7].map(weekday => ({ weekday, spans: weekday === 1 ? [] : open }))
const day = (
  on: string,
  sort: 'usual' | 'rest' | 'holiday' | 'special' | 'closed',
  note: string | null,
  spans = [span(9, 9)].slice(1),
) => ({ on, sort, note, spans })

test('the hours of a day are said with every span, and without any as rest', () => {
  expect(saySpans([span(9, 12), { fromMinute: 810, untilMinute: 1_080 }])).toBe('9:00–12:00、13:30–18:00')
  expect(saySpans([])).toBe('休息')
})

test('weekdays that are alike stand together, and the row of today stands out', () => {
  const rows = weekRows({ week, unusual: [] }, '2026-11-19')
  expect(rows.map(({ days, hours, today }) => [days, hours, today])).toEqual([
    ['周一', '休息', false],
    ['周二至周日', '9:00–18:00', true],
  ])
})

test('a day that is not as usual takes the mark of today from the week', () => {
  const unusual = [day('2026-11-19', 'closed', '设备检修')]
  expect(weekRows({ week, unusual }, '2026-11-19').some(({ today }) => today)).toBe(false)
  expect(unusualRows({ unusual }, '2026-11-19')).toEqual([
    { key: '2026-11-19', days: '11 月 19 日', hours: '闭馆', note: '设备检修', today: true },
  ])
})

test('the days of a holiday are one row, also over the end of a month; another holiday begins a new one', () => {
  const unusual = [
    day('2026-12-31', 'holiday', '元旦'),
    day('2027-01-01', 'holiday', '元旦'),
    day('2027-01-03', 'holiday', '元旦'),
    day('2027-01-04', 'special', '家庭日', open),
  ]
  expect(unusualRows({ unusual }, '2026-11-19').map(({ days, hours, note }) => [days, hours, note])).toEqual([
    ['12 月 31 日 至 1 月 1 日', '休息', '元旦'],
    ['1 月 3 日', '休息', '元旦'],
    ['1 月 4 日', '9:00–18:00', '家庭日'],
  ])
})

test.each([
  [day('2026-11-19', 'usual', null, open), '今天开放', true],
  [day('2026-11-19', 'rest', null), '今天休息', false],
  [day('2026-10-01', 'holiday', '国庆节'), '国庆节休息', false],
  [day('2026-10-01', 'holiday', '国庆节', open), '今天开放', true],
  [day('2026-11-19', 'closed', '设备检修'), '今天闭馆', false],
])('today is said: %j', (today, words, isOpen) => {
  expect(sayToday(today)).toEqual({ words, open: isOpen })
})

describe('sayLastDay', () => {
  it('says the month again only when it has turned', () => {
    expect(sayLastDay('2026-11-23', '2026-11-27')).toBe('27 日')
    expect(sayLastDay('2026-11-30', '2026-12-04')).toBe('12 月 4 日')
    expect(sayLastDay('2026-12-28', '2027-01-01')).toBe('1 月 1 日')
  })
})
