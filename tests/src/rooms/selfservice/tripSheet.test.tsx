import type { Direction } from '@domain/selfservice/network'
import { fireEvent, render, screen } from '@testing-library/react'
import { TripSheet } from '@/rooms/selfservice/pages/shuttleEdit/TripSheet'
import { line3, network } from '../../../support/shuttleNetwork'

const [there] = line3.directions as [Direction]
const [trip] = there.trips as [Direction['trips'][0]]
const nameOf = (stopId: string) => network.stops.find(stop => stop.stopId === stopId)?.name ?? ''

test('a time that is put right counts before its field is left, and the wrong one is marked', () => {
  const saved = jest.fn()
  render(
    <TripSheet
      {...{ trip, nameOf }}
      published={undefined}
      publishedStopIds={[]}
      direction={there}
      services={network.services}
      open
      onClose={jest.fn()}
      onSave={saved}
      onRemove={jest.fn()}
    />,
  )
  expect(screen.getByLabelText('整班早 10 分钟').textContent).toBe('−10 分')
  const field = screen.getByLabelText('安亭地铁站')
  const done = () => fireEvent.click(screen.getByRole('button', { name: '好' }))
  fireEvent.input(field, { target: { value: '7.31' } })
  done()
  expect(saved).not.toHaveBeenCalled()
  expect(screen.getAllByText('安亭地铁站的时间写成 7:46 这样，过了零点写 24:20')).toHaveLength(2)
  fireEvent.input(field, { target: { value: '7:31' } })
  done()
  expect(saved.mock.calls[0]?.[0].calls[1]).toEqual([27_060, 27_060])
})
