import { fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { Destination } from '@/rooms/forum/pages/compose/Destination'
import { type Draft, emptyDraft } from '@/rooms/forum/pages/compose/draft'

jest.mock('@/api', () => ({ callerScope: () => 'me' }))

const boards = ['闲聊', '摄影'].map(name => ({ boardId: name, name, closed: false }))

function Form({ sites, begun = emptyDraft }: { sites: string[]; begun?: Draft }) {
  const [draft, setDraft] = useState(begun)
  return (
    <>
      <Destination
        composed={{ boards, sites }}
        draft={draft}
        problem={undefined}
        savedAt={undefined}
        onChange={part => setDraft(before => ({ ...before, ...part }))}
      />
      <output>{JSON.stringify(draft)}</output>
    </>
  )
}

const draftNow = () => JSON.parse(screen.getByRole('status').textContent ?? '') as Draft
const order = () => [...document.querySelectorAll('.chip-row .chip')].map(chip => chip.textContent)

test('a post is from the writer’s own site, behind its board, until another is chosen', () => {
  render(<Form sites={['上海', '成都']} begun={{ ...emptyDraft, boardId: '摄影' }} />)
  expect(order()).toEqual(['摄影', '上海', '闲聊'])
  fireEvent.click(screen.getByLabelText('发自上海，换一个园区'))
  fireEvent.click(screen.getByText('成都'))
  expect(draftNow().site).toBe('成都')
  fireEvent.click(screen.getByLabelText('发自成都，换一个园区'))
  fireEvent.click(screen.getAllByText('上海').at(-1) as HTMLElement)
  expect(draftNow()).not.toHaveProperty('site')
})

test('an account is at no site, and where there is one place nobody is asked', () => {
  const { unmount } = render(
    <Form sites={['上海', '成都']} begun={{ ...emptyDraft, accountId: 'gonghui' }} />,
  )
  expect(screen.queryByLabelText(/园区/)).toBeNull()
  unmount()
  render(<Form sites={['上海']} />)
  expect(screen.queryByLabelText(/园区/)).toBeNull()
})
