import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'

export default function AssociationPage() {
  return <Screen nav={<Nav title="" />}>{null}</Screen>
}
