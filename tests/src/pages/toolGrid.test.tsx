import Taro from '@tarojs/taro'
import { fireEvent, render, screen } from '@testing-library/react'
import { EnergySkeleton } from '@/pages/energy/EnergySkeleton'
import { ToolGrid } from '@/pages/energy/ToolGrid'
import { takeFunPlace } from '@/rooms/funPlace'

const mockOpen = jest.fn()
jest.mock('@/rooms/open', () => ({ openPage: (...to: unknown[]) => mockOpen(...to) }))

const named = (name: string) => screen.getAllByRole('button', { name })

it('offers two rows of errands, and whatever else there is behind the last of them', () => {
  const { container } = render(<ToolGrid />)
  const names = [...container.querySelectorAll('.energy__tool')].map(tool => tool.textContent)
  expect(names).toEqual(['班车', '发票', '行政支持', '访客', '健身课', '场馆', '体验中心', '全部'])
  fireEvent.click(named('全部')[0] as HTMLElement)
  fireEvent.click(named('知识库')[0] as HTMLElement)
  expect(mockOpen).toHaveBeenCalledWith('knowledge/library')
})

it('begins a visit where it is of that kind already, and finds the centres in their tab', () => {
  render(<ToolGrid />)
  fireEvent.click(named('访客')[0] as HTMLElement)
  expect(mockOpen).toHaveBeenCalledWith('selfservice/newTicket', { icon: 'guest' })
  fireEvent.click(named('体验中心')[0] as HTMLElement)
  expect(jest.mocked(Taro.switchTab)).toHaveBeenCalledWith({ url: '/pages/fun/index' })
  expect([takeFunPlace(), takeFunPlace()]).toEqual([{ place: 'centre' }, undefined])
})

it('waits in the shape of what comes: as many tools in its grid', () => {
  const { container } = render(<EnergySkeleton />)
  expect(container.querySelectorAll('.energy__grid .energy__tool')).toHaveLength(8)
  expect(container.querySelectorAll('.card')).toHaveLength(5)
})
