import Taro from '@tarojs/taro'
import { fireEvent, render, screen } from '@testing-library/react'
import type { ComponentProps } from 'react'
import type { Order } from '@/rooms/mall/orderWords'
import { ApartCard, DeliveryCard, ParcelCard } from '@/rooms/mall/pages/order/OrderParts'

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

const parcel = { carrier: '顺丰速运', number: 'SF1442709186530' }
const sent = (more: object) => {
  const order = { state: 'shipped', nodes: [], parcel, ...more } as unknown as Order
  return render(<ParcelCard order={order} parcel={order.parcel ?? parcel} />)
}

it('draws the way of a parcel that is known to have been somewhere, and no way of two ends', () => {
  const { unmount } = sent({})
  expect(screen.queryByRole('list', { name: '包裹的路' })).toBeNull()
  unmount()
  sent({ nodes: [{ at: 0, place: '武汉', words: '' }] })
  expect(screen.getByRole('list', { name: '包裹的路' }).textContent).toBe('寄出武汉到你手里')
})

it('calls a carrier whose number is known, while the parcel is on its way', () => {
  const { unmount } = sent({})
  fireEvent.click(screen.getByRole('button', { name: '打给顺丰速运，95338' }))
  expect(jest.mocked(Taro.makePhoneCall)).toHaveBeenCalledWith({ phoneNumber: '95338' })
  unmount()
  const arrived = sent({ state: 'received' })
  expect(screen.queryByRole('button', { name: /打给/ })).toBeNull()
  arrived.unmount()
  sent({ parcel: { ...parcel, carrier: '园区专送' } })
  expect(screen.queryByRole('button', { name: /打给/ })).toBeNull()
})
