import { Nav } from '@/ui/nav/Nav'

export default function OrderPage() {
  return <Nav title="订单" />
}
