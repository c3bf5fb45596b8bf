import { limits } from '@domain/kernel/limits'
import { render, screen } from '@testing-library/react'
import { createElement } from 'react'
import { Words } from '@/rooms/forum/pages/compose/Words'

it('takes a pasted text whole: what is too much is said, and not cut', () => {
  const draft = { title: '', body: '' }
  render(createElement(Words, { draft, problems: {}, onChange: () => undefined }))
  expect((screen.getByLabelText('正文') as HTMLTextAreaElement).maxLength).toBeGreaterThan(2 * limits.bodyMax)
})
