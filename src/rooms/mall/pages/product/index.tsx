import { Nav } from '@/ui/nav/Nav'

export default function ProductPage() {
  return <Nav title="商品" />
}
