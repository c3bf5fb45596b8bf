import { render, screen } from '@testing-library/react'
import { Tools } from '@/pages/admin/Tools'
import { tools } from '@/rooms/tools'

jest.mock('@/rooms/open', () => ({ openPage: jest.fn() }))

const headings = () =>
  [...document.querySelectorAll('.admin__tools-head')].map(({ textContent }) => textContent)

it('puts many tools in order by the part they belong to, each of them once', () => {
  render(<Tools permissions={tools.map(({ permission }) => permission)} />)
  expect(headings()).toEqual(['协会与活动', '沃谈会', '自助服务', '商城与订单', '员工与沃币', '其他工具'])
  for (const { meta } of tools) expect(screen.getAllByText(meta)).toHaveLength(1)
})

it('leaves a few in one list', () => {
  render(<Tools permissions={['mall.orders.fulfil']} />)
  expect(headings()).toEqual(['工具'])
})
