import { Nav } from '@/ui/nav/Nav'

export default function StatementPage() {
  return <Nav title="沃币明细" />
}
