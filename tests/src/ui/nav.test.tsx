import Taro from '@tarojs/taro'
import { fireEvent, render, screen } from '@testing-library/react'
import { Nav } from '@/ui/nav/Nav'

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

  it('stands below the status bar and clear of the capsule', () => {
    const { container } = render(<Nav title="协会" />)
    const bar = container.querySelector<HTMLElement>('.nav')
    const row = container.querySelector<HTMLElement>('.nav__row')
    expect(bar?.style.paddingTop).toBe('47px')
    expect(row?.style.height).toBe('44px')
    expect(row?.style.paddingRight).toBe('100px')
  })
})
