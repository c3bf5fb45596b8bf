import { Nav } from '@/ui/nav/Nav'

export default function RegisterPage() {
  return <Nav title="加入沃社区" />
}
