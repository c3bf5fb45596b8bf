import { Nav } from '@/ui/nav/Nav'

export default function OrdersPage() {
  return <Nav title="我的订单" />
}
