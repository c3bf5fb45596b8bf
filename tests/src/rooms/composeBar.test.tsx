import { limits } from '@domain/kernel/limits'
import { fireEvent, render, screen } from '@testing-library/react'
import { type ComponentProps, createElement } from 'react'
import { ComposeBar } from '@/rooms/forum/pages/compose/ComposeBar'

jest.mock('@/rooms/forum/pages/compose/Tools', () => ({ Tools: () => null }))

const published = jest.fn()

function open(letters: number) {
  const props = {
    draft: { body: '字'.repeat(letters) },
    change: () => undefined,
    mentioning: {},
    silent: false,
    onPicture: undefined,
    onPublish: async () => published(),
  } as unknown as ComponentProps<typeof ComposeBar>
  render(createElement(ComposeBar, props))
  fireEvent.click(screen.getByText('发布'))
}

beforeEach(() => published.mockClear())

test('as much as fits is counted, and goes', () => {
  open(limits.bodyMax)
  expect(screen.getByText(`${limits.bodyMax} / ${limits.bodyMax}`)).toBeTruthy()
  expect(published).toHaveBeenCalledTimes(1)
})

test('what is too long says by how much, and does not go', () => {
  open(limits.bodyMax + 300)
  expect(screen.getByText('多了 300 字')).toBeTruthy()
  expect(published).not.toHaveBeenCalled()
})
