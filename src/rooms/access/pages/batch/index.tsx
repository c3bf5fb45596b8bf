import { Nav } from '@/ui/nav/Nav'

export default function BatchPage() {
  return <Nav title="批量审批" />
}
