import { Nav } from '@/ui/nav/Nav'

export default function ShopPage() {
  return <Nav title="沃币商城" />
}
