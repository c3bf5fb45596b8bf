import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'

export default function ComposePage() {
  return <Screen nav={<Nav title="" />}>{null}</Screen>
}
