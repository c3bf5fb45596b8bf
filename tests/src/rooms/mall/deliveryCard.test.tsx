import { fireEvent, render, screen } from '@testing-library/react'
import type { ComponentProps } from 'react'
import { ApartCard, DeliveryCard } from '@/rooms/mall/pages/order/OrderParts'

const mockOpen = jest.fn()
jest.mock('@/rooms/open', () => ({ openPage: (...to: unknown[]) => mockOpen(...to) }))

type Props = ComponentProps<typeof DeliveryCard>

const delivery = { kind: 'desk', place: '嘉定一楼前台', recipient: '林晓川', phoneMasked: null } as unknown
const show = (state: Props['state']) =>
  render(<DeliveryCard delivery={delivery as Props['delivery']} number="W1120" state={state} />)

it('says where an order is fetched, but not of one that was cancelled', () => {
  const { unmount } = show('placed')
  expect(screen.getByText('嘉定一楼前台')).not.toBeNull()
  unmount()
  show('cancelled')
  expect(screen.queryByText('在哪里拿')).toBeNull()
  expect(screen.queryByText('嘉定一楼前台')).toBeNull()
  expect(screen.getByText('W1120')).not.toBeNull()
})

it('leads from what was set apart to its order, and from the order to what was set apart', () => {
  const first = { quantity: 3, paid: 300 }
  const from = { orderId: 'o1', number: 'W1120' }
  render(<ApartCard apart={{ first, from, parts: [{ orderId: 'o1.1.1', number: 'W1120-1-1' }] }} />)
  fireEvent.click(screen.getByText('从 W1120 分出'))
  fireEvent.click(screen.getByText('分出 W1120-1-1'))
  expect(mockOpen.mock.calls).toEqual([
    ['mall/order', { orderId: 'o1' }],
    ['mall/order', { orderId: 'o1.1.1' }],
  ])
})
