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
jest.mock('@/api/transport', () => ({
  callerScope: () => 'me',
  send: async (request: CallRequest): Promise<CallReply> => {
    sent.push(request)
    return { ok: true, data: { reversed: 2 } }
  },
}))

it('removes a comment for what colleagues report, and only when the count is over', async () => {
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
  for (const reason of ['泄露个人信息', '低俗内容']) expect(screen.getByText(reason)).toBeTruthy()
  await tap('人身攻击')
  await tap('移除')
  expect(sent).toEqual([])
  expect(holding.store.getState().held).toMatchObject([
    { procedure: 'removeComment', input: { commentId: 'c1', reason: '人身攻击' } },
  ])
  expect(hidden).toEqual([['c1', true]])
  expect(useToast.getState().current).toMatchObject({ kind: 'undo', text: '评论已移除' })
})
