import { Nav } from '@/ui/nav/Nav'

export default function PostPage() {
  return <Nav title="动态" />
}
