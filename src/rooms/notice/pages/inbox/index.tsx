import { Nav } from '@/ui/nav/Nav'

export default function InboxPage() {
  return <Nav title="通知" />
}
