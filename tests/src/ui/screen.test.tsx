import Taro from '@tarojs/taro'
import { act, fireEvent, render, screen } from '@testing-library/react'
import { Screen, type ScreenQuery } from '@/ui/screen/Screen'
import { toast, useToast } from '@/ui/toast/store'

interface Page {
  items: string[]
}

const now = Date.parse('2026-11-24T07:40:00+08:00')

const full: ScreenQuery<Page> = {
  data: { items: ['羽毛球协会'] },
  isPending: false,
  isFetching: false,
  isError: false,
  error: null,
  dataUpdatedAt: now,
  refetch: () => Promise.resolve(),
}
const waiting: ScreenQuery<Page> = {
  ...full,
  data: undefined,
  isPending: true,
  isFetching: true,
  dataUpdatedAt: 0,
}

const page = (query: ScreenQuery<Page>) => (
  <Screen query={query} skeleton={<p>骨架</p>} empty={{ title: '上海还没有公益协会' }}>
    {data => (
      <ul>
        {data.items.map(item => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    )}
  </Screen>
)

beforeEach(() => {
  jest.useFakeTimers({ now })
})
afterEach(() => {
  act(() => toast.dismiss())
  jest.useRealTimers()
})

describe('Screen', () => {
  it('takes its bar and what looks through it away where the door is closed, and leaves them where one may try again', () => {
    const failed = (kind: string) => ({
      ...waiting,
      isError: true,
      isFetching: false,
      error: { kind, message: '没有权限' },
    })
    const barred = (kind: string) => (
      <Screen query={failed(kind)} bar={<p>写一篇</p>} header={<p>搜一搜</p>}>
        {() => null}
      </Screen>
    )
    const { rerender } = render(barred('retry'))
    for (const words of ['写一篇', '搜一搜']) expect(screen.queryByText(words)).not.toBeNull()
    rerender(barred('denied'))
    for (const words of ['写一篇', '搜一搜']) expect(screen.queryByText(words)).toBeNull()
  })

  it('shows the skeleton only once the wait has lasted 400 ms', () => {
    render(page(waiting))
    act(() => jest.advanceTimersByTime(399))
    expect(screen.queryByText('骨架')).toBeNull()
    act(() => jest.advanceTimersByTime(1))
    expect(screen.getByText('骨架')).toBeTruthy()
  })

  it('starts the 400 ms anew for the next wait', () => {
    const { rerender } = render(page(waiting))
    act(() => jest.advanceTimersByTime(500))
    rerender(page(full))
    rerender(page(waiting))
    expect(screen.queryByText('骨架')).toBeNull()
  })

  it('shows the content when there is some', () => {
    render(page(full))
    expect(screen.getByText('羽毛球协会')).toBeTruthy()
    expect(screen.queryByText(/正在更新/)).toBeNull()
  })

  it('shows the empty face for an empty page of items', () => {
    render(page({ ...full, data: { items: [] } }))
    expect(screen.getByText('上海还没有公益协会')).toBeTruthy()
  })

  it('keeps yesterday’s content in sight while it is refreshed, and says so', () => {
    const yesterday = Date.parse('2026-11-23T21:40:00+08:00')
    render(page({ ...full, isFetching: true, dataUpdatedAt: yesterday }))
    expect(screen.getByText('羽毛球协会')).toBeTruthy()
    expect(screen.getByText(/昨天 21:40 的内容，正在更新/)).toBeTruthy()
  })

  it('refreshes content of the last five minutes without a word', () => {
    render(page({ ...full, isFetching: true, dataUpdatedAt: now - 5 * 60_000 }))
    expect(screen.queryByText(/正在更新/)).toBeNull()
  })

  it('keeps old content when refreshing failed, and a tap tries again', () => {
    const refetch = jest.fn(() => Promise.resolve())
    render(page({ ...full, isError: true, error: { kind: 'retry' }, refetch }))
    expect(screen.getByText('羽毛球协会')).toBeTruthy()
    fireEvent.click(screen.getByText(/没能更新/))
    expect(refetch).toHaveBeenCalledTimes(1)
  })

  it('shows our own mistake with its id, which a tap copies whole', async () => {
    render(
      page({
        ...waiting,
        isPending: false,
        isError: true,
        error: { kind: 'bug', requestId: '01HZX8F2C4417' },
      }),
    )
    expect(screen.getByText('没能打开')).toBeTruthy()
    await act(async () => {
      fireEvent.click(screen.getByText(/8F2C-4417/))
    })
    expect(Taro.setClipboardData).toHaveBeenCalledWith({ data: '01HZX8F2C4417' })
    // WeChat says 「内容已复制」 itself.
    expect(useToast.getState().current).toBeUndefined()
  })

  it('keeps the error and its busy button in sight while the second try runs', async () => {
    let answer: () => void = () => undefined
    const refetch = () =>
      new Promise<void>(resolve => {
        answer = resolve
      })
    const failed = { ...waiting, isPending: false, isError: true, error: { kind: 'retry' }, refetch }
    const { rerender } = render(page(failed))
    await act(async () => screen.getByText('再试一次').click())
    rerender(page({ ...waiting, refetch }))
    expect(screen.getByText('没能连上')).toBeTruthy()
    expect(screen.getByText('再试一次').getAttribute('aria-busy')).toBe('true')
    rerender(page(full))
    await act(async () => answer())
    expect(screen.getByText('羽毛球协会')).toBeTruthy()
    expect(screen.queryByText('没能连上')).toBeNull()
  })

  it('says what is gone once, and leads back where trying again leads nowhere', async () => {
    const error = { kind: 'missing', message: '帖子不在了' }
    jest.mocked(Taro.getCurrentPages).mockReturnValue([{ route: 'rooms/forum/pages/post/index?postId=1' }])
    render(page({ ...waiting, isPending: false, isError: true, error }))
    expect(screen.getByText('帖子不在了')).toBeTruthy()
    expect(screen.getByText('它可能被移走或删除了。')).toBeTruthy()
    await act(async () => screen.getByText('返回').click())
    expect(Taro.switchTab).toHaveBeenCalledWith({ url: '/pages/home/index' })
  })

  it('tells of a broken link, not of fields, where a question could not be understood', () => {
    const error = { kind: 'invalid', code: 'INVALID_INPUT', message: '有内容没填对，请检查标出的地方' }
    render(page({ ...waiting, isPending: false, isError: true, error }))
    expect(screen.getByText('链接不完整')).toBeTruthy()
    expect(screen.queryByText('再试一次')).toBeNull()
  })

  it('leads back nowhere on a tab', () => {
    jest.mocked(Taro.getCurrentPages).mockReturnValue([{ route: 'pages/home/index' }])
    const error = { kind: 'denied', message: '你已经离开公司，不能再使用沃社区' }
    render(page({ ...waiting, isPending: false, isError: true, error }))
    expect(screen.queryByText('返回')).toBeNull()
  })

  it('leads elsewhere where the page knows a better way on', async () => {
    const onTap = jest.fn()
    const query = { ...waiting, isPending: false, isError: true, error: { kind: 'missing' } }
    render(
      <Screen query={query} elsewhere={{ label: '去沃谈会', onTap }}>
        {null}
      </Screen>,
    )
    await act(async () => screen.getByText('去沃谈会').click())
    expect(onTap).toHaveBeenCalledTimes(1)
    expect(screen.queryByText('返回')).toBeNull()
  })

  it('does not say under a title what the title says', () => {
    const error = { kind: 'retry', message: '没能连上，看看网络，再试一次' }
    render(page({ ...waiting, isPending: false, isError: true, error }))
    expect(screen.getAllByText(/没能连上/)).toHaveLength(1)
  })

  it('draws a closed gate for what is closed to the reader, and no broken line', () => {
    const query = { ...waiting, isPending: false, isError: true, error: { kind: 'denied' } }
    const { container } = render(page(query))
    expect(container.querySelector('.drawing--closedGate')).toBeTruthy()
    expect(container.querySelector('.drawing--brokenLine')).toBeNull()
  })

  it('puts a plain bar above an error where the other lies over a cover', () => {
    const screenOf = (query: ScreenQuery<Page>) => (
      <Screen query={query} nav={<p>over</p>} plainNav={<p>plain</p>}>
        {null}
      </Screen>
    )
    const { rerender } = render(screenOf(waiting))
    expect(screen.getByText('over')).toBeTruthy()
    rerender(screenOf({ ...waiting, isPending: false, isError: true, error: { kind: 'retry' } }))
    expect(screen.getByText('plain')).toBeTruthy()
    expect(screen.queryByText('over')).toBeNull()
  })

  it('offers no second try and no id where the reader is not allowed in', () => {
    const error = { kind: 'denied', message: '这里只对审批人开放。', requestId: '01HZX8F2C4417' }
    render(page({ ...waiting, isPending: false, isError: true, error }))
    expect(screen.getByText('这里只对审批人开放。')).toBeTruthy()
    expect(screen.queryByText('再试一次')).toBeNull()
    expect(screen.queryByText(/编号/)).toBeNull()
  })
})
