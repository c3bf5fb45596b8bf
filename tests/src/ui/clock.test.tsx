import { render, screen } from '@testing-library/react'
import { sayCountdown, sayMoment, sayWhen } from '@/ui/clock/moment'
import { HappyHourStrip } from '@/ui/happyHour/HappyHourStrip'

const at = (time: string) => Date.parse(`2026-11-24T${time}+08:00`)

describe('sayWhen', () => {
  it.each([
    ['2026-11-24T00:00:00+08:00', '今天 0:00'],
    ['2026-11-23T23:59:59+08:00', '昨天 23:59'],
    ['2026-11-22T23:59:59+08:00', '11 月 22 日'],
    ['2025-11-24T07:40:00+08:00', '2025 年 11 月 24 日'],
  ])('counts days in UTC+8: %s', (moment, words) => {
    expect(sayWhen(Date.parse(moment), at('07:40:00'))).toBe(words)
  })
})

it.each([
  ['2026-11-24T00:00:00+08:00', '今天 0:00'],
  ['2026-11-23T23:59:59+08:00', '昨天 23:59'],
  ['2026-11-17T09:32:00+08:00', '11 月 17 日 9:32'],
  ['2025-11-24T07:40:00+08:00', '2025 年 11 月 24 日 7:40'],
])('sayMoment has the time of day of every day: %s', (moment, words) => {
  expect(sayMoment(Date.parse(moment), at('07:40:00'))).toBe(words)
})

describe('sayCountdown', () => {
  it.each([
    [4_782_000, '1:19:42'],
    [249_001, '04:10'],
    [1, '00:01'],
    [0, '00:00'],
    [-5_000, '00:00'],
  ])('%d ms', (spanMs, words) => {
    expect(sayCountdown(spanMs)).toBe(words)
  })
})

describe('HappyHourStrip', () => {
  const strip = (now: number) =>
    render(<HappyHourStrip startsAt={at('17:30:00')} endsAt={at('19:30:00')} now={now} multiplier={2} />)
      .container

  it('is absent until half an hour before, and from the end on', () => {
    expect(strip(at('16:59:59')).textContent).toBe('')
    expect(strip(at('19:30:00')).textContent).toBe('')
  })

  it('announces itself within the half hour, without copper and without a track', () => {
    const container = strip(at('17:00:00'))
    expect(screen.getByText('17:30 开始')).toBeTruthy()
    expect(container.querySelector('.happy-hour--soon')).not.toBeNull()
    expect(container.querySelector('.happy-hour__bar')).toBeNull()
  })

  it('counts down from its first moment and fills the track of the window', () => {
    expect(strip(at('17:30:00')).querySelector('.happy-hour--soon')).toBeNull()
    const bar = strip(at('18:00:00')).querySelector<HTMLElement>('.happy-hour__bar')
    expect(bar?.style.width).toBe('25%')
    expect(screen.getByText('剩 1:30:00')).toBeTruthy()
  })
})
