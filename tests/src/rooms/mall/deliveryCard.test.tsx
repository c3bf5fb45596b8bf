import { render, screen } from '@testing-library/react'
import type { ComponentProps } from 'react'
import { DeliveryCard } from '@/rooms/mall/pages/order/OrderParts'

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
