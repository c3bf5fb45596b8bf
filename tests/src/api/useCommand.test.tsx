import { errorReply } from '@domain/kernel/errors'
import { act, renderHook, waitFor } from '@testing-library/react'
import type { CallReply, CallRequest } from '@/api/envelope'
import { createQueryClient } from '@/api/queryClient'
import { api, keyOf } from '@/api/reference'
import { type CommandOptions, useCommand } from '@/api/useCommand'
import { useToast } from '@/ui/toast/store'
import { providerOf } from '../../support/queryHarness'

const sent: CallRequest[] = []
let answer: (request: CallRequest) => Promise<CallReply>

jest.mock('@/api/transport', () => ({
  send: (request: CallRequest) => {
    sent.push(request)
    return answer(request)
  },
}))

const like = { postId: 'post-1', liked: true }
const liked: CallReply = { ok: true, data: { liked: true, likes: 3 } }
const failure = (code: 'TOO_BUSY' | 'FORUM_POST_MISSING' | 'INVALID_INPUT' | 'INTERNAL', fields?: string[]) =>
  ({ ok: false, error: errorReply(code, 'the-request-id', fields ? { fields } : {}) }) satisfies CallReply

const failingFirst = (failures: number): typeof answer => {
  let left = failures
  return async () => (left-- > 0 ? failure('TOO_BUSY') : liked)
}

function setUp(options: CommandOptions<typeof api.forum.likePost> = {}) {
  const client = createQueryClient(() => undefined)
  client.setDefaultOptions({ mutations: { ...client.getDefaultOptions().mutations, retryDelay: 1 } })
  const hook = renderHook(() => useCommand(api.forum.likePost, options), { wrapper: providerOf(client) })
  const run = (input = like) => act(() => hook.result.current.run(input))
  return { client, hook, run }
}

beforeEach(() => {
  sent.length = 0
  answer = async () => liked
  useToast.setState({ current: undefined })
})

describe('the requestId of a command', () => {
  it('stays through automatic retries and through a tap on the same form after they failed', async () => {
    answer = failingFirst(3)
    const { run } = setUp()
    expect(await run()).toBeUndefined()
    expect(await run()).toEqual({ liked: true, likes: 3 })
    expect(sent).toHaveLength(4)
    expect(new Set(sent.map(request => request.requestId)).size).toBe(1)
  })

  it('is new after a success, even for the same input', async () => {
    const { run } = setUp()
    await run()
    await run()
    expect(sent[0]?.requestId).not.toBe(sent[1]?.requestId)
  })

  it('is new after a refusal, which is final for the old one, and the same after a mistake of ours', async () => {
    const { run } = setUp()
    answer = async () => failure('FORUM_POST_MISSING')
    await run()
    answer = async () => failure('INTERNAL')
    await run()
    answer = async () => liked
    await run()
    const [refused, mistaken, repeated] = sent.map(request => request.requestId)
    expect(mistaken).not.toBe(refused)
    expect(repeated).toBe(mistaken)
  })

  it('is new when the person changed the input after a failure', async () => {
    answer = async () => failure('FORUM_POST_MISSING')
    const { run } = setUp()
    await run()
    await run({ ...like, liked: false })
    expect(sent).toHaveLength(2)
    expect(sent[0]?.requestId).not.toBe(sent[1]?.requestId)
  })
})

describe('a command', () => {
  it('goes out once for two taps', async () => {
    let release: (reply: CallReply) => void = () => undefined
    answer = () =>
      new Promise(resolve => {
        release = resolve
      })
    const { hook } = setUp()
    await act(async () => {
      const taps = [hook.result.current.run(like), hook.result.current.run(like)]
      await Promise.resolve()
      release(liked)
      expect(await taps[0]).toEqual(await taps[1])
    })
    expect(sent).toHaveLength(1)
  })

  it('goes out again after the first for a tap that wishes something else, where the screen shows it at once', async () => {
    const { hook } = setUp({ optimistic: () => () => undefined })
    await act(async () => {
      const { run } = hook.result.current
      await Promise.all([run(like), run({ ...like, liked: false }), run({ ...like, liked: false })])
    })
    expect(sent.map(({ input }) => input)).toEqual([like, { ...like, liked: false }])
  })

  it('says of a mistake of ours that another tap does it once, and its number', async () => {
    answer = async () => failure('INTERNAL')
    const { run } = setUp()
    await run()
    const { current } = useToast.getState()
    expect(current).toMatchObject({ text: expect.stringContaining('再点一次，不会重复提交') })
    expect(current).toMatchObject({ text: expect.stringContaining('编号 quest-id') })
  })

  it('does not ask again after a refusal, and says it', async () => {
    answer = async () => failure('FORUM_POST_MISSING')
    const { run } = setUp()
    await run()
    expect(sent).toHaveLength(1)
    expect(useToast.getState().current).toMatchObject({ kind: 'plain', text: '帖子不在了' })
  })

  it('ends what was said about an earlier attempt when the next one starts', async () => {
    answer = async () => failure('FORUM_POST_MISSING')
    const { hook, run } = setUp()
    await run()
    answer = () => new Promise(() => undefined)
    act(() => void hook.result.current.run(like))
    expect(useToast.getState().current).toBeUndefined()
  })

  it('leaves an error to the page that shows it in place, naming the wrong field', async () => {
    answer = async () => failure('INVALID_INPUT', ['images.0.fileId'])
    const { hook, run } = setUp({ onError: () => true })
    await run()
    expect(useToast.getState().current).toBeUndefined()
    await waitFor(() => expect(hook.result.current.error?.kind).toBe('invalid'))
    expect(hook.result.current.isWrong('images')).toBe(true)
    expect(hook.result.current.isWrong('title')).toBe(false)
  })

  it('gives the number to report a mistake of ours by', async () => {
    answer = async () => failure('INTERNAL')
    const { run } = setUp()
    await run()
    expect(useToast.getState().current).toMatchObject({ text: expect.stringContaining('编号 quest-id') })
  })

  it('takes back what it showed too early', async () => {
    answer = async () => failure('FORUM_POST_MISSING')
    const shown: string[] = []
    const { run } = setUp({
      optimistic: () => {
        shown.push('liked')
        return () => shown.push('taken back')
      },
    })
    await run()
    expect(shown).toEqual(['liked', 'taken back'])
  })

  it('makes the named answers old', async () => {
    const { client, run } = setUp({ outdates: [api.forum.openFeed] })
    client.setQueryData(keyOf(api.forum.openFeed, { sort: 'hot' }), { posts: [] })
    client.setQueryData(keyOf(api.coin.openStatement, {}), { balance: 1 })
    await run()
    expect(client.getQueryState(keyOf(api.forum.openFeed, { sort: 'hot' }))?.isInvalidated).toBe(true)
    expect(client.getQueryState(keyOf(api.coin.openStatement, {}))?.isInvalidated).toBe(false)
  })
})
