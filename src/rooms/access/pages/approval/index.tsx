import { Nav } from '@/ui/nav/Nav'

export default function ApprovalPage() {
  return <Nav title="审批" />
}
