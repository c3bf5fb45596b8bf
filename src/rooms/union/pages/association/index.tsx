import { Nav } from '@/ui/nav/Nav'

export default function AssociationPage() {
  return <Nav title="协会" />
}
