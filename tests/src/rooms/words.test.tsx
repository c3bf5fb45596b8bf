import { limits } from '@domain/kernel/limits'
import { fireEvent, render, screen } from '@testing-library/react'
import { createElement } from 'react'
import { Words } from '@/rooms/forum/pages/compose/Words'

it('takes a pasted text whole: what is too much is said, and not cut', () => {
  const draft = { title: '', body: '' }
  render(createElement(Words, { draft, problems: {}, onChange: () => undefined }))
  expect((screen.getByLabelText('正文') as HTMLTextAreaElement).maxLength).toBeGreaterThan(2 * limits.bodyMax)
})

it('lets a long title go on below, and keeps it one line', () => {
  const written: unknown[] = []
  const onChange = (part: unknown) => void written.push(part)
  render(createElement(Words, { draft: { title: '', body: '' }, problems: {}, onChange }))
  const title = screen.getByLabelText('标题')
  expect(title.tagName).toBe('TEXTAREA')
  fireEvent.input(title, { target: { value: '三号线 \n 改点了' } })
  expect(written).toEqual([{ title: '三号线 改点了' }])
})
