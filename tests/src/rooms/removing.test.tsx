import { act, fireEvent, render, screen } from '@testing-library/react'
import { createElement } from 'react'
import type { CallReply, CallRequest } from '@/api/envelope'
import { holding } from '@/api/held/heldCommands'
import { createQueryClient } from '@/api/queryClient'
import { CommentActions } from '@/rooms/forum/pages/post/CommentActions'
import type { Comment } from '@/rooms/forum/post'
import { useToast } from '@/ui/toast/store'
import { providerOf } from '../../support/queryHarness'

const sent: CallRequest[] = []
const mockRemoval = {
  author: { employeeId: 'VC000001', name: '丁一凡', site: '上海', department: '质量', official: false },
  offences: 1,
  mayMute: true,
  beside: false,
  reversal: {
    lines: [{ reason: 'forum.comment', base: 2, multiplier: 1, amount: 2 }],
    total: 2,
    balanceAfter: 40,
    owed: 0,
  },
}
jest.mock('@/api/transport', () => ({
  callerScope: () => 'me',
  send: async (request: CallRequest): Promise<CallReply> => {
    sent.push(request)
    return { ok: true, data: request.procedure === 'openRemoval' ? mockRemoval : { reversed: 2 } }
  },
}))

it('removes a comment for what colleagues report, saying what it costs and brings, and only when the count is over', async () => {
  const hidden: unknown[] = []
  const comment = { commentId: 'c1', mine: false, author: { name: '丁一凡' }, body: '一群懒虫' } as Comment
  const actions = createElement(CommentActions, {
    comment,
    canModerate: true,
    onHide: (...said: unknown[]) => void hidden.push(said),
    onClose: () => undefined,
  })
  const Provider = providerOf(createQueryClient(() => undefined))
  await act(async () => {
    render(createElement(Provider, null, actions))
  })
  const tap = (name: string) => act(async () => void fireEvent.click(screen.getByText(name)))
  await tap('移除这条评论')
  expect(await screen.findByText('合计，扣后余 40')).toBeTruthy()
  await tap('移除，并停言 7 天')
  expect(screen.getByText('为什么移除')).toBeTruthy()
  for (const reason of ['泄露个人信息', '低俗内容']) expect(screen.getByText(reason)).toBeTruthy()
  await tap('人身攻击')
  await tap('移除并说明')
  expect(sent.map(({ procedure }) => procedure)).toEqual(['openRemoval'])
  expect(holding.store.getState().held).toMatchObject([
    {
      procedure: 'removeComment',
      input: { commentId: 'c1', reason: '人身攻击', muteDays: 7, offence: true },
    },
  ])
  expect(hidden).toEqual([['c1', true]])
  expect(useToast.getState().current).toMatchObject({ kind: 'undo', text: '评论已移除', secondsLeft: 10 })
})
