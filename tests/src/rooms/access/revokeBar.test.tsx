import { act, fireEvent, render, screen } from '@testing-library/react'
import { createElement } from 'react'
import type { CallRequest } from '@/api/envelope'
import { RevokeBar } from '@/rooms/access/pages/approval/RevokeBar'
import type { Application } from '@/rooms/union/public'
import { useToast } from '@/ui/toast/store'

const mockSent: CallRequest[] = []
jest.mock('@/api/transport', () => ({
  callerScope: () => 'me',
  send: async (request: CallRequest) => {
    mockSent.push(request)
    return { ok: true, data: {} }
  },
}))

const application = {
  membershipId: 'lens:1',
  associationName: '光影摄影社',
  applicant: { name: '陈嘉禾' },
} as unknown as Application

test('a membership that is taken away can be given back within seconds, before anybody is told', async () => {
  render(createElement(RevokeBar, { application }))
  fireEvent.click(screen.getAllByText('取消会员资格')[0] as HTMLElement)
  fireEvent.change(screen.getByLabelText('陈嘉禾会看到'), { target: { value: '半年没有参加活动' } })
  await act(async () => void fireEvent.click(screen.getByText('取消资格并说明')))
  const { current } = useToast.getState()
  expect(current).toMatchObject({ kind: 'undo', text: '已取消陈嘉禾的会员资格' })
  expect(mockSent).toEqual([])
})
