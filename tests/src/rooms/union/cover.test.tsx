import { render } from '@testing-library/react'
import { Cover } from '@/rooms/union/Cover'
import { PastEvents } from '@/rooms/union/pages/association/PastEvents'

jest.mock('@/api', () => ({ fileUrl: (fileId: string) => `https://files/${fileId}` }))

test('an association without a cover has a drawn one of its kind, and none that failed to load', () => {
  const { container } = render(<Cover fileId="" category="art" width={56} />)
  expect(container.querySelector('.cover--art .icon--cam')).not.toBeNull()
  expect(container.querySelector('.picture')).toBeNull()
})

test('its own cover takes the place of the drawn one', () => {
  const { container } = render(<Cover fileId="cover.png" category="art" width={56} />)
  expect(container.querySelector('.cover')).toBeNull()
  expect(container.querySelector('.picture')).not.toBeNull()
})

test('so has an event for which no picture was chosen', () => {
  const past: Parameters<typeof PastEvents>[0]['past'] = [
    {
      ...{ eventId: 'run', associationId: 'runners', associationName: '悦跑团', category: 'sport' },
      ...{ title: '夜跑', coverFileId: '', venue: { name: '北门', address: '' }, startsAt: 0, endsAt: 1 },
      ...{ capacity: 9, taken: 9, fee: 0, membersOnly: false, state: 'closed', joinUntil: 0, told: false },
    },
  ]
  const { container } = render(<PastEvents past={past} />)
  expect(container.querySelector('.cover--sport')).not.toBeNull()
  expect(container.querySelector('.picture')).toBeNull()
})
