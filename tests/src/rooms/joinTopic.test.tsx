import { render, screen } from '@testing-library/react'
import { createElement } from 'react'
import { JoinTopicButton } from '@/rooms/forum/components/ComposeButton'

it('says on the button of a topic by how much coins are multiplied, and nothing where they are not', () => {
  const button = (multiplier: number) => createElement(JoinTopicButton, { name: '早餐', multiplier })
  const { container, rerender } = render(button(2))
  expect(screen.getByRole('button', { name: '参与 #早餐#，现在沃币 2 倍' }).textContent).toBe('参与')
  expect(container.textContent).toBe('参与×2')
  rerender(button(1))
  expect(screen.getByRole('button', { name: '参与 #早餐#' }).textContent).toBe('参与')
  expect(container.textContent).toBe('参与')
})
