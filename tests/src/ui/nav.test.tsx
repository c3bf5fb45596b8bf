import Taro, { usePageScroll } from '@tarojs/taro'
import { act, fireEvent, render, screen } from '@testing-library/react'
import type { ReactNode } from 'react'
import { type Above, AboveProvider, useTellAbove } from '@/ui/nav/above'
import { Nav } from '@/ui/nav/Nav'

function Menu({ above }: { above: Above }) {
  useTellAbove(above)
  return null
}

const stack = (depth: number) =>
  jest.mocked(Taro.getCurrentPages).mockReturnValue(Array.from({ length: depth }, () => ({})) as never)

beforeEach(() => jest.clearAllMocks())

describe('Nav', () => {
  it('goes back when there is a page behind', () => {
    stack(2)
    render(<Nav title="协会" />)
    fireEvent.click(screen.getByLabelText('返回'))
    expect(Taro.navigateBack).toHaveBeenCalledTimes(1)
    expect(Taro.switchTab).not.toHaveBeenCalled()
  })

  it('opens the first tab after a deep link, where nothing is behind', () => {
    stack(1)
    render(<Nav title="协会" />)
    fireEvent.click(screen.getByLabelText('返回'))
    expect(Taro.switchTab).toHaveBeenCalledWith({ url: '/pages/home/index' })
    expect(Taro.navigateBack).not.toHaveBeenCalled()
  })

  it('asks the page that keeps a draft instead of leaving', () => {
    const onBack = jest.fn()
    render(<Nav title="发帖" onBack={onBack} />)
    fireEvent.click(screen.getByLabelText('返回'))
    expect(onBack).toHaveBeenCalledTimes(1)
    expect(Taro.navigateBack).not.toHaveBeenCalled()
  })

  it('has no way back on a tab root', () => {
    render(<Nav root title="掌动态" />)
    expect(screen.queryByLabelText('返回')).toBeNull()
    expect(screen.getByRole('heading').textContent).toBe('掌动态')
  })

  it('says what it belongs to, and leads there where that is a page', () => {
    const onTap = jest.fn()
    const { unmount } = render(<Nav title="林晓川" above={{ name: '员工', onTap }} />)
    fireEvent.click(screen.getByLabelText('回到员工'))
    expect(onTap).toHaveBeenCalledTimes(1)
    unmount()
    render(<Nav title="得沃币的规则" above={{ name: '员工与沃币' }} />)
    expect(screen.getByText('员工与沃币')).toBeTruthy()
    expect(screen.queryByRole('link')).toBeNull()
  })

  it('is told by the menu beside it what it belongs to, and asks the page that has to be asked first', () => {
    const [onTap, onBack] = [jest.fn(), jest.fn()]
    const members = { name: '员工', onTap }
    const page = (nav: ReactNode) => (
      <AboveProvider>
        <Menu above={members} />
        {nav}
      </AboveProvider>
    )
    const { rerender } = render(page(<Nav title="林晓川" />))
    fireEvent.click(screen.getByLabelText('回到员工'))
    rerender(page(<Nav title="林晓川" onBack={onBack} />))
    fireEvent.click(screen.getByLabelText('回到员工'))
    expect([onTap.mock.calls.length, onBack.mock.calls.length]).toEqual([1, 1])
    rerender(page(<Nav root title="管理" />))
    expect(screen.queryByText('员工')).toBeNull()
  })

  it('stands below the status bar and clear of the capsule', () => {
    const { container } = render(<Nav title="协会" />)
    const bar = container.querySelector<HTMLElement>('.nav')
    const row = container.querySelector<HTMLElement>('.nav__row')
    expect(bar?.style.paddingTop).toBe('47px')
    expect(row?.style.height).toBe('44px')
    expect(row?.style.paddingRight).toBe('100px')
  })

  it('turns from a disc over the cover to a bar with its title once the cover has scrolled away', () => {
    const { container } = render(<Nav over={{ disc: 'dark', ratio: 390 / 224 }} title="光影摄影社" />)
    const scroll = (scrollTop: number) =>
      act(() => jest.mocked(usePageScroll).mock.lastCall?.[0]({ scrollTop }))
    const shown = () => ({
      title: screen.getByRole('heading').textContent,
      isPaper: container.querySelector('.nav--paper') !== null,
    })
    expect(shown()).toEqual({ title: '', isPaper: false })
    // The cover is 224 px high, and the bar covers 91 of them.
    scroll(132)
    expect(shown()).toEqual({ title: '', isPaper: false })
    scroll(133)
    expect(shown()).toEqual({ title: '光影摄影社', isPaper: true })
    // It goes on to take no room, or the page would jump.
    expect(container.querySelector<HTMLElement>('.nav')?.style.marginBottom).toBe('-91px')
    scroll(0)
    expect(shown()).toEqual({ title: '', isPaper: false })
  })
})
