import { Nav } from '@/ui/nav/Nav'

export default function FulfilPage() {
  return <Nav title="发货" />
}
