import { Nav } from '@/ui/nav/Nav'

export default function ComposePage() {
  return <Nav title="发动态" />
}
