import Taro from '@tarojs/taro'
import { fireEvent, render, screen } from '@testing-library/react'
import { useTabBar } from '@/ui/tabBar/store'
import { TabBar } from '@/ui/tabBar/TabBar'

const at = (route: string) => jest.mocked(Taro.getCurrentPages).mockReturnValue([{ route }] as never)

beforeEach(() => {
  jest.clearAllMocks()
  useTabBar.setState({ showAdmin: false, adminCount: 0, openSheets: 0 })
  at('pages/home/index')
})

describe('TabBar', () => {
  it('shows 管理 only to role holders, with what waits for them', () => {
    const { unmount } = render(<TabBar />)
    expect(screen.getAllByRole('tab')).toHaveLength(3)
    unmount()
    useTabBar.setState({ showAdmin: true, adminCount: 6 })
    render(<TabBar />)
    expect(screen.getByRole('tab', { name: /管理 ?，6 件等你/ })).toBeTruthy()
  })

  it('keeps 管理 from whoever opened it by its path and has no role', () => {
    at('pages/admin/index')
    const { unmount } = render(<TabBar />)
    expect(screen.getAllByRole('tab')).toHaveLength(3)
    unmount()
    useTabBar.setState({ showAdmin: undefined })
    render(<TabBar />)
    expect(screen.getAllByRole('tab')).toHaveLength(4)
  })

  it('marks the tab of its own page and leads to the others', () => {
    at('/pages/fun/index?from=share')
    render(<TabBar />)
    expect(screen.getByRole('tab', { name: '沃有趣' }).getAttribute('aria-selected')).toBe('true')
    fireEvent.click(screen.getByRole('tab', { name: '沃有趣' }))
    expect(Taro.switchTab).not.toHaveBeenCalled()
    fireEvent.click(screen.getByRole('tab', { name: '充能量' }))
    expect(Taro.switchTab).toHaveBeenCalledWith({ url: '/pages/energy/index' })
  })
})
