import { render, screen } from '@testing-library/react'
import { createElement } from 'react'
import { Forecast } from '@/rooms/forum/pages/compose/Forecast'

const at = (clock: string) => Date.parse(`2026-11-19T${clock}:00+08:00`)
const happyHour = { startsAt: at('17:30'), endsAt: at('19:30'), multiplier: 2 }

function shownAt(clock: string, multiplier = 1) {
  const forecast = { base: 10, multiplier, amount: 10 * multiplier, leftToday: 30 }
  const composed = { forecast, happyHour } as Parameters<typeof Forecast>[0]['composed']
  render(createElement(Forecast, { composed, offsetMs: at(clock) - Date.now() }))
}

test('says shortly before a Happy Hour from when on a post brings more', () => {
  shownAt('17:10')
  expect(screen.getByText('17:30 起发帖 ×2')).toBeTruthy()
})

test.each([
  ['16:50', 1],
  ['18:00', 2],
] as const)('says nothing of it at %s', (clock, multiplier) => {
  shownAt(clock, multiplier)
  expect(screen.queryByText(/起发帖/)).toBeNull()
})
