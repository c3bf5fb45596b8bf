import { render } from '@testing-library/react'
import { createElement } from 'react'
import { Curve } from '@/rooms/stats/Curve'

it('marks as a Happy Hour only what runs, and not what is proposed', () => {
  const hours = { fromMinute: 420, toMinute: 540 }
  const bandOf = (running?: boolean) => {
    const happyHours = [running === undefined ? hours : { ...hours, running }]
    const drawn = createElement(Curve, { average: Array(48).fill(1), before: null, happyHours })
    return render(drawn).container.querySelector('.stats__band')?.className
  }
  expect([bandOf(), bandOf(true), bandOf(false)]).toEqual([
    'stats__band',
    'stats__band',
    'stats__band stats__band--proposed',
  ])
})
