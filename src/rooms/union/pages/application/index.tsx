import { Nav } from '@/ui/nav/Nav'

export default function ApplicationPage() {
  return <Nav title="发起协会" />
}
