import { act, fireEvent, render, screen } from '@testing-library/react'
import { createElement } from 'react'
import type { CallReply, CallRequest } from '@/api/envelope'
import { holding } from '@/api/held/heldCommands'
import { createQueryClient } from '@/api/queryClient'
import { Choosing } from '@/rooms/forum/pages/post/Choosing'
import type { Post } from '@/rooms/forum/post'
import { useToast } from '@/ui/toast/store'
import { providerOf } from '../../support/queryHarness'

const sent: CallRequest[] = []
jest.mock('@/api/transport', () => ({
  callerScope: () => 'me',
  send: async (request: CallRequest): Promise<CallReply> => {
    sent.push(request)
    return { ok: true, data: { featured: false, earned: 0 } }
  },
}))

async function choose(featured: boolean, name: string) {
  const Provider = providerOf(createQueryClient(() => undefined))
  const post = { postId: 'p1', title: '露营', mine: false, pinned: false, featured } as Post
  const sheet = createElement(Choosing, { post, onClose: () => undefined })
  await act(async () => {
    render(createElement(Provider, null, sheet))
  })
  await act(async () => {
    fireEvent.click(screen.getByText(name))
  })
}

it('pays nobody before the count is over, and not at all where it is taken back', async () => {
  await choose(false, '选为精华')
  expect(sent).toEqual([])
  expect(holding.store.getState().held).toMatchObject([
    { procedure: 'featurePost', input: { postId: 'p1', featured: true } },
  ])
  const { current } = useToast.getState()
  expect(current).toMatchObject({ kind: 'undo', after: '数到 0 生效，第一次入选作者得 50 沃币' })
})

it('says that the coins stay when it is no more one', async () => {
  await choose(true, '取消精华')
  expect(useToast.getState().current).toMatchObject({ text: '已取消精华，作者得到的沃币不收回' })
})
