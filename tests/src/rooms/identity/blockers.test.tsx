import { fireEvent, render, screen } from '@testing-library/react'
import { createElement } from 'react'
import { Blockers } from '@/rooms/identity/pages/myData/Blockers'
import { openPage } from '@/rooms/open'

jest.mock('@/rooms/open', () => ({ openPage: jest.fn() }))

test.each([
  ['orders', '2 件订单还没办完', ['mall/orders']],
  ['places', '2 个报名或预约还没结束，先退出', ['booking/mine']],
  ['tickets', '2 张行政工单还没办完，先取消或等它办完', ['selfservice/tickets']],
  ['roles', '2 项管理职务，先交接', ['access/myRoles']],
  ['foundings', '2 份创会申请在审批，先撤回', ['union/mine', { kind: 'foundings' }]],
] as const)('what is in the way of a deletion leads to where it is settled: %s', (kind, words, opened) => {
  const onLeave = jest.fn()
  render(createElement(Blockers, { blockers: [{ kind, count: 2 }], onLeave }))
  fireEvent.click(screen.getByText(words))
  expect(onLeave).toHaveBeenCalledTimes(1)
  expect(openPage).toHaveBeenLastCalledWith(...opened)
})
