import { Nav } from '@/ui/nav/Nav'

export default function RebindPage() {
  return <Nav title="换绑手机" />
}
