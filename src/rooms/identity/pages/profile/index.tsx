import { Nav } from '@/ui/nav/Nav'

export default function ProfilePage() {
  return <Nav title="沃空间" />
}
