import { Nav } from '@/ui/nav/Nav'

export default function RosterPage() {
  return <Nav title="员工名册" />
}
