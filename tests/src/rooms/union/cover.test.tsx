import { render } from '@testing-library/react'
import { Cover } from '@/rooms/union/Cover'

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
