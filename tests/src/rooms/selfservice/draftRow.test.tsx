import Taro from '@tarojs/taro'
import { act, fireEvent, render, screen } from '@testing-library/react'
import type { CallReply, CallRequest } from '@/api/envelope'
import { createQueryClient } from '@/api/queryClient'
import { DraftRow, type Version } from '@/rooms/selfservice/pages/shuttleDesk/VersionRow'
import { toast, useToast } from '@/ui/toast/store'
import { providerOf } from '../../../support/queryHarness'

const sent: CallRequest[] = []
const stored = new Map<string, unknown>()

jest.mock('@/api/transport', () => ({
  callerScope: () => 'the-planner',
  send: async (request: CallRequest): Promise<CallReply> => {
    sent.push(request)
    return { ok: true, data: { dropped: true } }
  },
}))

beforeEach(() => {
  sent.length = 0
  stored.clear()
  jest.mocked(Taro.getStorageSync).mockImplementation(key => stored.get(String(key)) ?? '')
  jest.mocked(Taro.setStorageSync).mockImplementation((key, value) => void stored.set(String(key), value))
})

const version = {
  versionId: 'v9',
  source: 'edit',
  by: '潘悦',
  at: 0,
  lines: 5,
  note: '',
} as unknown as Version

test('a draft is thrown away when the undo has counted down, and is there again when it is taken back', async () => {
  render(<DraftRow version={version} now={1_000} />, {
    wrapper: providerOf(createQueryClient(() => undefined)),
  })
  fireEvent.click(screen.getByRole('button', { name: '丢掉在改的草稿' }))
  expect(useToast.getState().current).toMatchObject({ kind: 'undo', secondsLeft: 5 })
  expect(screen.queryByText('在改的草稿')).toBeNull()
  expect(sent).toEqual([])
  act(() => toast.takeBack())
  expect(screen.getByText('在改的草稿')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '丢掉在改的草稿' }))
  await act(async () => toast.dismiss())
  expect(sent).toMatchObject([{ procedure: 'dropDraft', input: { versionId: 'v9' } }])
})
